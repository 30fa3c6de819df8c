import Arithmetic

/// Smooth noise on the plane: values at lattice points, blended between them, in several octaves.
struct NoiseField {
  private let seed: UInt64

  /// Makes the field of a seed.
  init(seed: UInt64) {
    self.seed = seed
  }

  /// Returns the noise at a point, about -1…1.
  ///
  /// - Parameters:
  ///   - x: East.
  ///   - y: North.
  ///   - wavelength: The distance of the lattice points of the first octave.
  ///   - octaves: How many octaves, each of half the wavelength and half the height.
  /// - Returns: The noise.
  func value(_ x: Double, _ y: Double, wavelength: Double, octaves: Int) -> Double {
    var sum = 0.0
    var height = 1.0
    var heights = 0.0
    var length = wavelength
    for octave in 0..<octaves {
      sum += height * octaveValue(x / length, y / length, octave: UInt64(octave))
      heights += height
      height /= 2
      length /= 2
    }
    return sum / heights * 1.6
  }

  /// Returns a number uniform on -1…1 that belongs to a lattice point.
  func point(_ column: Int, _ row: Int, octave: UInt64) -> Double {
    var bits = seed &+ octave &* 0xD1B5_4A32_D192_ED03
    bits ^= UInt64(bitPattern: Int64(column)) &* 0x9E37_79B9_7F4A_7C15
    bits ^= UInt64(bitPattern: Int64(row)) &* 0xC2B2_AE3D_27D4_EB4F
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    bits ^= bits >> 31
    return Double(bits >> 11) * 0x1p-52 - 1
  }

  private func octaveValue(_ x: Double, _ y: Double, octave: UInt64) -> Double {
    let column = x.rounded(.down)
    let row = y.rounded(.down)
    let right = NoiseField.blend(x - column)
    let up = NoiseField.blend(y - row)
    let west = Int(column)
    let south = Int(row)
    let bottom =
      point(west, south, octave: octave) * (1 - right) + point(west + 1, south, octave: octave) * right
    let top =
      point(west, south + 1, octave: octave) * (1 - right) + point(west + 1, south + 1, octave: octave)
      * right
    return bottom * (1 - up) + top * up
  }

  private static func blend(_ t: Double) -> Double { t * t * (3 - 2 * t) }
}

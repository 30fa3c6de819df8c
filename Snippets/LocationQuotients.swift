// Reads a table of jobs and prints how specialized each area is in one industry.

import Hinterland

// snippet.show
let file = InputFile(
  text: """
    area,industry,year,jobs
    North,Steel,2022,240
    North,Services,2022,860
    South,Steel,2022,160
    South,Services,2022,2240
    """
)
let panel = try readPanel(
  file,
  PanelOptions(region: "area", industry: "industry", period: "year", value: "jobs")
)
.panel
let steel = try panel.industries.positions(matching: "Steel")
for (region, quotient) in zip(panel.regions.elements, try panel.locationQuotients(of: steel, period: 0)) {
  print(region.name, try quotient.get().ratio)
}
// snippet.hide
// Prints:
// North 1.909090909090909
// South 0.5833333333333334

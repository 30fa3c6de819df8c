import NIOCore
import NIOPosix
import Synchronization

/// What the server sends for one request: raw bytes, so that it may lie as real servers do.
struct Reply: Sendable {
  /// What is sent, with pauses in seconds before each piece.
  var pieces: [(pause: Double, bytes: [UInt8])]
  /// Whether the connection is closed after the last piece.
  var closes = true
  /// Whether the last piece is sent again and again.
  var repeats = false

  /// An answer with head and body.
  static func answer(
    _ body: [UInt8],
    status: String = "200 OK",
    type: String = "text/csv",
    headers: [String] = [],
    length: Int? = nil
  ) -> Reply {
    let lines =
      ["HTTP/1.1 \(status)", "Content-Type: \(type)", "Content-Length: \(length ?? body.count)"] + headers
    let head = (lines + ["Connection: close"]).joined(separator: "\r\n") + "\r\n\r\n"
    return Reply(pieces: [(0, Array(head.utf8) + body)])
  }

  static func text(
    _ text: String,
    status: String = "200 OK",
    type: String = "text/csv",
    headers: [String] = []
  )
    -> Reply
  {
    answer(Array(text.utf8), status: status, type: type, headers: headers)
  }

  /// Raw text.
  static func raw(_ text: String, closes: Bool = true) -> Reply {
    Reply(pieces: [(0, Array(text.utf8))], closes: closes)
  }
}

/// A request as the server saw it.
struct SeenRequest: Sendable {
  var target: String
  var headers: [String: String]

  /// The path without the query.
  var path: String { String(target.prefix { $0 != "?" }) }

  /// A value of the query.
  func query(_ name: String) -> String? {
    guard let mark = target.firstIndex(of: "?") else { return nil }
    for item in target[target.index(after: mark)...].split(separator: "&") {
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts[0] == name, parts.count == 2 { return String(parts[1]) }
    }
    return nil
  }

  func number(_ name: String) -> Int? { query(name).flatMap { Int($0) } }
}

/// A server on this machine that answers each request as a function says; the function is told the number of the request.
final class FaultServer: Sendable {
  typealias Behaviour = @Sendable (SeenRequest, Int) -> Reply

  private let requests = Mutex<[SeenRequest]>([])
  private let channel: any Channel
  let base: String

  private init(channel: any Channel, base: String) {
    self.channel = channel
    self.base = base
  }

  /// The requests so far.
  var seen: [SeenRequest] { requests.withLock { $0 } }

  /// Runs a body while the server answers.
  static func with<Result>(
    _ behaviour: @escaping Behaviour,
    _ body: (FaultServer) async throws -> Result
  ) async throws -> Result {
    let log = ServerBox()
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(RawHandler(log: log, behaviour: behaviour))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    let server = FaultServer(channel: channel, base: "http://127.0.0.1:\(channel.localAddress?.port ?? 0)")
    log.server.withLock { $0 = server }
    do {
      let result = try await body(server)
      try await channel.close()
      return result
    } catch {
      try? await channel.close()
      throw error
    }
  }

  fileprivate func note(_ request: SeenRequest) -> Int {
    requests.withLock { requests in
      requests.append(request)
      return requests.count - 1
    }
  }
}

/// Holds the server for its connections, which begin before it is made.
private final class ServerBox: Sendable {
  let server = Mutex<FaultServer?>(nil)
}

/// Reads a request up to its blank line, and sends what the behaviour says.
private final class RawHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let log: ServerBox
  private let behaviour: FaultServer.Behaviour
  private var received = ""

  init(log: ServerBox, behaviour: @escaping FaultServer.Behaviour) {
    self.log = log
    self.behaviour = behaviour
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    received += String(buffer: unwrapInboundIn(data))
    guard let end = received.firstRange(of: "\r\n\r\n") else { return }
    let lines = received[..<end.lowerBound].split(separator: "\r\n")
    received = ""
    let words = lines.first?.split(separator: " ") ?? []
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2 {
        headers[parts[0].lowercased()] = parts[1].split(separator: " ").joined(separator: " ")
      }
    }
    let request = SeenRequest(target: words.count > 1 ? String(words[1]) : "", headers: headers)
    let number = log.server.withLock { $0 }?.note(request) ?? 0
    send(behaviour(request, number), from: 0, context: context)
  }

  private func send(_ reply: Reply, from position: Int, context: ChannelHandlerContext) {
    guard position < reply.pieces.count || (reply.repeats && context.channel.isActive) else {
      if reply.closes { context.close(promise: nil) }
      return
    }
    let piece = reply.pieces[min(position, reply.pieces.count - 1)]
    let bound = NIOLoopBound((context, self), eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(in: .milliseconds(Int64(piece.pause * 1_000))) {
      let (context, handler) = bound.value
      guard context.channel.isActive else { return }
      // A reader that is slow is waited for, so that a body without end does not fill the memory.
      if !context.channel.isWritable {
        return handler.send(reply, from: position, context: context)
      }
      context.writeAndFlush(handler.wrapOutboundOut(ByteBuffer(bytes: piece.bytes)), promise: nil)
      handler.send(reply, from: position + 1, context: context)
    }
  }
}

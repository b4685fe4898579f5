#include "web/server.hpp"

#include <httplib.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "base/text.hpp"
#include "web/form_data.hpp"
#include "web/guard.hpp"

namespace web {
namespace {

using Clock = std::chrono::steady_clock;

// True while the task at hand is one too many: it must be refused without being read.
thread_local bool too_many = false;

// A fixed number of threads. When `waiting` connections stand in the queue, the next ones are
// handled by one more thread, which only says « 503 ».
class BoundedQueue final : public httplib::TaskQueue {
 public:
  BoundedQueue(std::size_t threads, std::size_t waiting) : waiting_(waiting) {
    for (std::size_t i = 0; i < threads; ++i)
      workers_.emplace_back([this] { work(tasks_, false); });
    workers_.emplace_back([this] { work(refused_, true); });
  }

  void enqueue(std::function<void()> task) override {
    {
      const std::lock_guard lock(mutex_);
      (tasks_.size() >= waiting_ ? refused_ : tasks_).push_back(std::move(task));
    }
    changed_.notify_all();
  }

  // What was accepted is still answered.
  void shutdown() override {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    changed_.notify_all();
    for (std::thread& worker : workers_) worker.join();
  }

 private:
  void work(std::deque<std::function<void()>>& queue, bool refusing) {
    too_many = refusing;
    for (;;) {
      std::function<void()> task;
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return stopping_ || !queue.empty(); });
        if (queue.empty()) return;
        task = std::move(queue.front());
        queue.pop_front();
      }
      task();
    }
  }

  const std::size_t waiting_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> tasks_, refused_;
  bool stopping_ = false;
  std::vector<std::thread> workers_;
};

// A connection with bounds on the whole of each request, where the library only bounds each read:
// a client that sends one byte now and then cannot hold a thread, and a header without end is cut.
class BoundedStream final : public httplib::Stream {
 public:
  BoundedStream(socket_t socket, const ServerOptions& options)
      : socket_(socket), options_(options) {}

  void begin_request() {
    reading_until_ = Clock::now() + options_.whole_request;
    writing_until_ = {};
    received_ = 0;
  }

  // True when the next request begins to arrive before the idle time is over.
  bool wait_for_request(const std::atomic<bool>& stopping) const {
    const auto until = Clock::now() + options_.idle;
    while (!stopping && Clock::now() < until) {
      if (first_ < last_) return true;
      pollfd wanted{socket_, POLLIN, 0};
      if (::poll(&wanted, 1, 100) > 0) return true;
    }
    return false;
  }

  bool is_readable() const override { return first_ < last_ || ready(POLLIN, reading_until_); }
  bool is_writable() const override { return ready(POLLOUT, write_deadline()); }

  // Headers are read byte by byte: each read is served from a buffer.
  ssize_t read(char* to, std::size_t size) override {
    if (cut_ || received_ > options_.header_bytes + options_.body) return cut_off();
    if (first_ == last_) {
      if (!ready(POLLIN, reading_until_)) return cut_off();
      const ssize_t count = ::recv(socket_, buffer_.data(), buffer_.size(), 0);
      if (count <= 0) return cut_off();
      first_ = 0;
      last_ = static_cast<std::size_t>(count);
    }
    const std::size_t count = std::min(size, last_ - first_);
    std::copy_n(buffer_.data() + first_, count, to);
    first_ += count;
    received_ += count;
    if (!in_body_ && received_ > options_.header_bytes) return cut_off();
    return static_cast<ssize_t>(count);
  }

  ssize_t write(const char* from, std::size_t size) override {
    if (writing_until_ == Clock::time_point{}) writing_until_ = write_deadline();
    if (!ready(POLLOUT, writing_until_)) return -1;
    return ::send(socket_, from, size, MSG_NOSIGNAL);
  }

  void get_remote_ip_and_port(std::string&, int&) const override {}
  void get_local_ip_and_port(std::string&, int&) const override {}
  socket_t socket() const override { return socket_; }

  // From here on, what comes is the body, bounded by its own size.
  void begin_body() { in_body_ = true; }
  void end_request() { in_body_ = false; }
  // The rest of the request is not wanted.
  void stop_reading() { cut_ = true; }
  // True once a bound was passed or the client left: nothing more can be read.
  [[nodiscard]] bool cut() const { return cut_; }

 private:
  ssize_t cut_off() {
    cut_ = true;
    return -1;
  }

  Clock::time_point write_deadline() const {
    return writing_until_ == Clock::time_point{} ? Clock::now() + options_.whole_response
                                                 : writing_until_;
  }

  bool ready(short event, Clock::time_point until) const {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    if (left <= 0) return false;
    pollfd wanted{socket_, event, 0};
    return ::poll(&wanted, 1, static_cast<int>(left)) > 0;
  }

  socket_t socket_;
  const ServerOptions& options_;
  Clock::time_point reading_until_{}, writing_until_{};
  std::array<char, 16384> buffer_{};
  std::size_t first_ = 0, last_ = 0;
  std::size_t received_ = 0;
  bool in_body_ = false;
  bool cut_ = false;
};

thread_local BoundedStream* current_stream = nullptr;

class HttpServer final : public httplib::Server {
 public:
  explicit HttpServer(const ServerOptions& options) : options_(options) {}
  std::atomic<bool> stopping = false;

 private:
  bool process_and_close_socket(socket_t socket) override {
    if (too_many) {
      refuse(socket);
    } else {
      converse(socket);
    }
    ::shutdown(socket, SHUT_RDWR);
    ::close(socket);
    return true;
  }

  static void refuse(socket_t socket) {
    constexpr std::string_view answer =
        "HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/plain; charset=utf-8\r\n"
        "Retry-After: 30\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"
        "Le service est très demandé. Réessayez dans une minute.\n";
    (void)::send(socket, answer.data(), answer.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    ::shutdown(socket, SHUT_WR);
    // What the client sent must be taken before closing, or it would see a reset connection and
    // not the answer; a client that never stops is not waited for.
    std::array<char, 16384> ignored{};
    pollfd wanted{socket, POLLIN, 0};
    for (int turn = 0; turn < 8 && ::poll(&wanted, 1, 10) > 0; ++turn) {
      if (::recv(socket, ignored.data(), ignored.size(), MSG_DONTWAIT) <= 0) break;
    }
  }

  void converse(socket_t socket) {
    BoundedStream stream(socket, options_);
    current_stream = &stream;
    bool closed = false;
    for (int left = 100; left > 0 && !closed && stream.wait_for_request(stopping); --left) {
      stream.begin_request();
      const bool done = process_request(stream, left == 1 || stopping, closed, nullptr);
      stream.end_request();
      // After a request that was cut, what follows is not the beginning of another one.
      if (!done || stream.cut()) break;
    }
    current_stream = nullptr;
  }

  const ServerOptions& options_;
};

std::string lower(std::string name) {
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return name;
}

// Everything but the body.
Request head_of(const httplib::Request& received) {
  Request request;
  request.method = received.method;
  const std::string_view target = received.target;
  const auto question = target.find('?');
  request.path = percent_decoded(target.substr(0, question), false);
  if (question != std::string_view::npos) {
    request.query = read_urlencoded(target.substr(question + 1)).value_or(std::vector<FormValue>());
  }
  for (const auto& [name, value] : received.headers) {
    auto [known, added] = request.headers.emplace(lower(name), value);
    // Two hosts, two origins: neither can be believed.
    if (!added) known->second += ", " + value;
  }
  return request;
}

void put(const Response& response, httplib::Response& out) {
  out.status = response.status;
  for (const auto& [name, value] : response.headers) out.set_header(name, value);
  out.set_content(response.body, response.type);
}

enum class BodyRead { good, too_long, malformed };

// The body, bounded whatever its header announces. Multipart fields are read as form values.
BodyRead read_body(const httplib::ContentReader& reader, const httplib::Request& received,
                   std::size_t limit, Request& request) {
  std::size_t size = 0;
  const auto count = [&](std::size_t length) { return (size += length) <= limit; };
  bool complete = false;
  if (received.is_multipart_form_data()) {
    complete = reader(
        [&](const httplib::MultipartFormData& part) {
          request.form.push_back({part.name, {}});
          return request.form.size() <= maximum_fields;
        },
        [&](const char* data, std::size_t length) {
          if (!count(length) || request.form.empty()) return false;
          request.form.back().value.append(data, length);
          return true;
        });
  } else {
    complete = reader([&](const char* data, std::size_t length) {
      if (!count(length)) return false;
      request.body.append(data, length);
      return true;
    });
  }
  if (size > limit) return BodyRead::too_long;
  if (!complete) return BodyRead::malformed;
  if (request.header("content-type").starts_with("application/x-www-form-urlencoded")) {
    auto values = read_urlencoded(request.body);
    if (!values) return BodyRead::malformed;
    request.form = std::move(*values);
    request.body.clear();
  }
  for (const FormValue& value : request.form) {
    if (base::invalid_utf8(value.name) || base::invalid_utf8(value.value)) {
      return BodyRead::malformed;
    }
  }
  return BodyRead::good;
}

}  // namespace

class Server::Implementation {
 public:
  Implementation(ServerOptions asked, Handler answer)
      : options(std::move(asked)), handler(std::move(answer)), http(options) {
    http.new_task_queue = [this] { return new BoundedQueue(options.threads, options.waiting); };
    http.set_payload_max_length(options.body);
    http.set_tcp_nodelay(true);
    // The library's own choice lets a second server share the port, each taking some requests: it
    // must be told that the port is taken. A port just left may be opened again at once.
    http.set_socket_options([](socket_t socket) {
      const int yes = 1;
      (void)::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    http.Get(".*", [this](const httplib::Request& received, httplib::Response& out) {
      const Request request = head_of(received);
      // A body here would be read as the next request: behind a proxy, as another person's.
      const std::string_view length = request.header("content-length");
      if ((!length.empty() && length != "0") || !request.header("transfer-encoding").empty()) {
        return refuse(out, 400, "Ce qui est envoyé est mal formé.\n");
      }
      put(handler(request), out);
    });
    http.Post(".*", [this](const httplib::Request& received, httplib::Response& out,
                           const httplib::ContentReader& reader) { post(received, out, reader); });
    http.set_error_handler([](const httplib::Request&, httplib::Response& out) {
      if (out.body.empty()) out.set_content("Demande refusée.\n", "text/plain; charset=utf-8");
    });
  }

  static void refuse(httplib::Response& out, int status, const char* why) {
    Response response = plain_text(status, why);
    add_security_headers(response);
    put(response, out);
    out.set_header("Connection", "close");
    current_stream->stop_reading();
  }

  void post(const httplib::Request& received, httplib::Response& out,
            const httplib::ContentReader& reader) const {
    Request request = head_of(received);
    if (received.get_header_value<std::uint64_t>("Content-Length") > options.body) {
      return refuse(out, 413,
                    "Ce qui est envoyé est trop long : quatre millions d’octets au plus.\n");
    }
    if (!request.header("content-length").empty() && !request.header("transfer-encoding").empty()) {
      return refuse(out, 400, "Ce qui est envoyé est mal formé.\n");
    }
    if (!request.header("content-encoding").empty()) {
      return refuse(out, 415, "Ce contenu est comprimé : il est refusé.\n");
    }
    current_stream->begin_body();
    switch (read_body(reader, received, options.body, request)) {
      case BodyRead::too_long:
        return refuse(out, 413, "Ce qui est envoyé est trop long.\n");
      case BodyRead::malformed:
        return refuse(out, 400, "Ce qui est envoyé est mal formé.\n");
      case BodyRead::good:
        put(handler(request), out);
    }
  }

  const ServerOptions options;
  const Handler handler;
  HttpServer http;
  std::atomic<bool> ended = false;
};

Server::Server(ServerOptions options, Handler handler)
    : implementation_(std::make_unique<Implementation>(std::move(options), std::move(handler))) {}

Server::~Server() = default;

int Server::open() {
  const ServerOptions& options = implementation_->options;
  HttpServer& http = implementation_->http;
  if (options.port == 0) return std::max(http.bind_to_any_port(options.address), 0);
  return http.bind_to_port(options.address, options.port) ? options.port : 0;
}

void Server::serve() {
  (void)implementation_->http.listen_after_bind();
  implementation_->ended = true;
}

void Server::stop() {
  HttpServer& http = implementation_->http;
  http.stopping = true;
  // The library forgets a stop that comes before it began to listen.
  while (!http.is_running() && !implementation_->ended) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  http.stop();
}

}  // namespace web

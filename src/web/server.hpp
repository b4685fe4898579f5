#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "web/message.hpp"

// The sockets. The only code that knows cpp-httplib is server.cpp.
namespace web {

struct ServerOptions {
  std::string address = "127.0.0.1";
  int port = 8080;  // 0: any free one
  std::size_t threads = 16;
  // Connections accepted and not yet served; those beyond are told « 503 » at once and closed.
  std::size_t waiting = 64;
  std::size_t body = 4'000'000;  // bytes
  // From the first byte to the last of one request, however slowly it comes.
  std::chrono::milliseconds whole_request{20'000};
  std::chrono::milliseconds whole_response{60'000};
  std::chrono::milliseconds idle{5'000};  // between two requests of one connection
  std::size_t header_bytes = 32'768;      // request line and headers together
};

class Server {
 public:
  using Handler = std::function<Response(const Request&)>;
  Server(ServerOptions options, Handler handler);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // Opens the port: the one that was asked, or the free one that was found. Zero if it cannot be.
  [[nodiscard]] int open();
  // Serves until stop(); the requests being answered are finished.
  void serve();
  // May be called from another thread.
  void stop();

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace web

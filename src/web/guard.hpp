#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "web/message.hpp"

// What stands before every page: nothing of a hostile request reaches them.
namespace web {

struct GuardOptions {
  // Names under which the server may be called, in lower case, without port: a page of another
  // name that points here (DNS rebinding) is refused.
  std::vector<std::string> hosts = {"localhost", "127.0.0.1", "[::1]"};
  std::size_t body = 4'000'000;  // bytes; a narrative of 60,000 characters takes at most 540,000
};

// The refusal, or nothing if the request may go to its page:
// 421 another host, 403 posted from another site, 405 another method, 413 too long, 415 a body
// that is compressed or of another type, 400 a malformed path.
[[nodiscard]] std::optional<Response> refusal(const Request& request, const GuardOptions& options);

// Content-Security-Policy and the other headers that every answer carries. Nothing is ever kept
// by a cache, except the style sheet and the script, whose address changes with their content.
void add_security_headers(Response& response);

}  // namespace web

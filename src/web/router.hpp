#pragma once

#include "web/message.hpp"
#include "web/site.hpp"

namespace web {

// The answer to any request: refused by the guard, or made by its page. Never throws; a fault of
// the program gives « 500 » without a word of what was sent.
[[nodiscard]] Response respond(const Site& site, const Request& request);

}  // namespace web

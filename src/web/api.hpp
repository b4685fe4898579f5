#pragma once

#include <string>

#include "web/message.hpp"
#include "web/site.hpp"

// The doors for programs, described by /api/openapi.json. A case file is sent as YAML in the body.
namespace web {

[[nodiscard]] Response api(const Site& site, const Request& request);

}  // namespace web

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/message.hpp"

namespace web {

// More fields than any form has: past it, a request is refused.
inline constexpr std::size_t maximum_fields = 20'000;

// application/x-www-form-urlencoded (WHATWG URL, §5.1). Nothing if a value is not valid UTF-8,
// holds a zero byte, or if there are too many fields.
[[nodiscard]] std::optional<std::vector<FormValue>> read_urlencoded(std::string_view body);

// « %C3%A9 » → « é »; a percent sign without two digits stands for itself.
[[nodiscard]] std::string percent_decoded(std::string_view text, bool plus_is_space);

// A path or a query value for a link: unreserved characters of RFC 3986 stay, and '/'.
[[nodiscard]] std::string percent_encoded(std::string_view text);

}  // namespace web

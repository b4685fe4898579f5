#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/files.hpp"

// Internal to the HTML writers: frames of pages, with {{names}} to fill.
namespace writers {

using FrameValues = std::map<std::string, std::string, std::less<>>;

// Puts values, which are HTML, in the place of {{names}}. The frame was checked when it was read:
// a name without value leaves nothing.
[[nodiscard]] std::string fill_frame(std::string_view frame, const FrameValues& values);

// The content of a resource; one that is missing is an error of kind content.
[[nodiscard]] std::string read_part(const base::Files& files, const std::string& path,
                                    base::Diagnostics& diagnostics);

// The same, of a frame that holds each of `names` once at least, and no other: anything else is
// an error of kind content.
[[nodiscard]] std::string read_frame(const base::Files& files, const std::string& path,
                                     const std::vector<std::string>& names,
                                     base::Diagnostics& diagnostics);

}  // namespace writers

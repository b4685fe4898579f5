#include "writers/frame.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace writers {
namespace {

// Calls `name` for each {{name}} of the frame and `between` for the text around them.
template <typename Between, typename Name>
void walk(std::string_view frame, const Between& between, const Name& name) {
  for (;;) {
    const auto open = frame.find("{{");
    const auto close = open == std::string_view::npos ? open : frame.find("}}", open);
    if (close == std::string_view::npos) return between(frame);
    between(frame.substr(0, open));
    name(std::string(frame.substr(open + 2, close - open - 2)));
    frame.remove_prefix(close + 2);
  }
}

}  // namespace

std::string fill_frame(std::string_view frame, const FrameValues& values) {
  std::string result;
  walk(
      frame, [&](std::string_view text) { result += text; },
      [&](const std::string& name) {
        const auto found = values.find(name);
        if (found != values.end()) result += found->second;
      });
  return result;
}

std::string read_part(const base::Files& files, const std::string& path,
                      base::Diagnostics& diagnostics) {
  auto content = files.read(path);
  if (!content) diagnostics.error(base::Kind::content, {path}, "fichier introuvable.");
  return std::move(content).value_or("");
}

std::string read_frame(const base::Files& files, const std::string& path,
                       const std::vector<std::string>& names, base::Diagnostics& diagnostics) {
  std::string frame = read_part(files, path, diagnostics);
  if (frame.empty()) return frame;
  std::vector<std::string> written;
  walk(
      frame, [](std::string_view) {}, [&](const std::string& name) { written.push_back(name); });
  for (const std::string& name : written) {
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    diagnostics.error(base::Kind::content, {path},
                      "nom « " + name + " » inconnu." + base::did_you_mean(name, names));
  }
  for (const std::string& name : names) {
    if (std::find(written.begin(), written.end(), name) != written.end()) continue;
    diagnostics.error(base::Kind::content, {path}, "il manque {{" + name + "}}.");
  }
  return frame;
}

}  // namespace writers

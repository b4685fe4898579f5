#include "writers/html.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.hpp"
#include "writers/html_body.hpp"

namespace writers {
namespace {

constexpr const char* frame_path = "templates/html/page.html";
constexpr const char* style_path = "templates/html/style.css";
constexpr std::array frame_names = {"langue", "titre", "style", "classe", "contenu"};

using Values = std::map<std::string, std::string, std::less<>>;

// Puts values in the place of {{names}}; `missing` gathers the names that have none.
std::string fill(std::string_view frame, const Values& values, std::set<std::string>& used,
                 std::vector<std::string>& unknown) {
  std::string result;
  for (;;) {
    const auto open = frame.find("{{");
    const auto close = open == std::string_view::npos ? open : frame.find("}}", open);
    if (close == std::string_view::npos) return result += frame;
    result += frame.substr(0, open);
    const std::string name(frame.substr(open + 2, close - open - 2));
    const auto found = values.find(name);
    if (found == values.end()) {
      unknown.push_back(name);
    } else {
      used.insert(name);
      result += found->second;
    }
    frame.remove_prefix(close + 2);
  }
}

struct Levels {
  int highest = 0;  // 0: no heading
  int of_level_1 = 0;
};

void find_levels(const document::Blocks& blocks, Levels& levels) {
  for (const auto& block : blocks) {
    if (const auto* heading = std::get_if<document::Heading>(&block.data)) {
      levels.highest =
          levels.highest == 0 ? heading->level : std::min(levels.highest, heading->level);
      if (heading->level == 1) ++levels.of_level_1;
    } else if (const auto* div = std::get_if<document::Div>(&block.data)) {
      find_levels(div->content, levels);
    }
  }
}

// Adds "style-lettre" and the like; the name comes from a form, so it is only letters, but a
// class must never be cut in two by a space.
std::string page_class(const std::string& style) {
  return style.empty() ? "document" : "document style-" + html_escape(style);
}

}  // namespace

std::string html_escape(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

HtmlOptions html_page_options(const base::Files& files, base::Diagnostics& diagnostics) {
  HtmlOptions options;
  const auto read = [&](const char* path) {
    const auto content = files.read(path);
    if (!content) diagnostics.error(base::Kind::content, {path}, "fichier introuvable.");
    return content.value_or("");
  };
  options.frame = read(frame_path);
  options.style_sheet = read(style_path);
  if (options.frame.empty()) return options;
  Values values;
  for (const char* name : frame_names) values[name] = "";
  std::set<std::string> used;
  std::vector<std::string> unknown;
  (void)fill(options.frame, values, used, unknown);
  const std::vector<std::string> known(frame_names.begin(), frame_names.end());
  for (const std::string& name : unknown) {
    diagnostics.error(base::Kind::content, {frame_path},
                      "nom « " + name + " » inconnu." + base::did_you_mean(name, known));
  }
  for (const std::string& name : known) {
    if (used.count(name) > 0) continue;
    diagnostics.error(base::Kind::content, {frame_path}, "il manque {{" + name + "}}.");
  }
  return options;
}

std::string html_fragment(const document::Document& document, const HtmlOptions& options) {
  Levels levels;
  find_levels(document.blocks, levels);
  const int shift = levels.highest == 0 ? 0 : options.first_heading - levels.highest;
  return HtmlBody(options, shift).write(document.blocks);
}

std::string html(const document::Document& document, const HtmlOptions& options) {
  Levels levels;
  find_levels(document.blocks, levels);
  std::string content;
  if (levels.of_level_1 == 1) {
    content = HtmlBody(options, 0).write(document.blocks);
  } else {
    const int shift = levels.highest == 0 ? 0 : 2 - levels.highest;
    content = std::string("<h1") +
              (options.hide_title ? " class=\"invisible hors-texte\"" : " class=\"hors-texte\"") +
              ">" + html_escape(document.metadata.title) + "</h1>\n" +
              HtmlBody(options, shift).write(document.blocks);
  }
  const Values values = {{"langue", html_escape(document.metadata.language)},
                         {"titre", html_escape(document.metadata.title)},
                         {"style", options.style_sheet},
                         {"classe", page_class(document.metadata.style)},
                         {"contenu", std::move(content)}};
  std::set<std::string> used;
  std::vector<std::string> unknown;
  return fill(options.frame, values, used, unknown);
}

}  // namespace writers

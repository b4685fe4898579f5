#include <string>

#include "typeset/font.hpp"
#include "typeset/layout.hpp"

namespace typeset {
namespace {

std::string decimal(Length value) {
  const bool negative = value < 0;
  const auto size = static_cast<std::uint32_t>(negative ? -value : value);
  std::string fraction = std::to_string(size % 1000);
  fraction.insert(0, 3 - fraction.size(), '0');
  return (negative ? "-" : "") + std::to_string(size / 1000) + "." + fraction;
}

std::string line(const GlyphRun& run) {
  std::string text;
  Length width = 0;
  for (const Glyph& glyph : run.glyphs) {
    text += glyph.text;
    width += glyph.advance;
  }
  return "y=" + decimal(run.y) + " x=" + decimal(run.x) + " " + run.font->postscript_name() + " " +
         decimal(run.size) + " w=" + decimal(width) + " |" + text + "|\n";
}

}  // namespace

std::string dump(const Pages& pages) {
  std::string result;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    const Page& page = pages.pages[i];
    result += "page " + page.label + "\n";
    for (const Content& content : page.contents) {
      const std::string owner =
          content.element == artifact ? "artifact" : "#" + std::to_string(content.element);
      if (!content.paths.empty()) {
        result += owner + " paths=" + std::to_string(content.paths.size()) + "\n";
      }
      for (const GlyphRun& run : content.glyphs) result += owner + " " + line(run);
    }
    for (const LinkArea& link : page.links) {
      result += "link " + (link.address.empty() ? "#" + link.destination : link.address) + "\n";
    }
  }
  return result;
}

}  // namespace typeset

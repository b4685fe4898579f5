#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "pdf/navigation.hpp"
#include "pdf/tokens.hpp"

namespace pdf {

namespace {

using DestinationsByName = std::map<std::string_view, const typeset::Destination*>;

constexpr std::array<std::string_view, 3> schemes{"https://", "http://", "mailto:"};
constexpr std::string_view hexadecimal = "0123456789ABCDEF";

DestinationsByName by_name(const typeset::Pages& pages) {
  DestinationsByName names;
  for (const auto& destination : pages.destinations) {
    names.emplace(destination.name, &destination);
  }
  return names;
}

// PDF wants addresses in ASCII (ISO 32000-1, 12.6.4.7).
std::string percent_encoded(std::string_view address) {
  std::string ascii;
  for (const char character : address) {
    if (character > 0x20 && character < 0x7F) {
      ascii += character;
      continue;
    }
    const auto byte = static_cast<unsigned char>(character);
    ascii += '%';
    ascii += hexadecimal[byte >> 4];
    ascii += hexadecimal[byte & 15];
  }
  return ascii;
}

std::string annotation(const typeset::LinkArea& link, const typeset::Rectangle& area,
                       typeset::Length page_height, int key, const std::string& target) {
  // F 4: printed, as PDF/UA and PDF/A want it.
  std::string entries = "/Type/Annot/Subtype/Link/Border[0 0 0]/F 4/Rect";
  append_box(entries, area, page_height);
  entries += "/Contents";
  append_text(entries, link.description);
  entries += "/StructParent ";
  append_integer(entries, key);
  return entries + target;
}

}  // namespace

std::string place(const typeset::Pages& pages, const std::vector<PageObjects>& objects,
                  std::size_t page, typeset::Length y) {
  std::string array = "[";
  append_reference(array, objects[page].page);
  array += "/XYZ null ";
  append_thousandths(array, static_cast<std::int64_t>(pages.pages[page].height) - y);
  return array + " null]";
}

bool check_links(const typeset::Pages& pages, base::Diagnostics& diagnostics) {
  const auto names = by_name(pages);
  bool good = true;
  const auto fault = [&](std::size_t page, const std::string& what) {
    good = false;
    diagnostics.error(base::Kind::internal, {},
                      "Lien du PDF faux, page " + std::to_string(page + 1) + " : " + what + ".");
  };
  for (const auto& destination : pages.destinations) {
    if (destination.page >= pages.pages.size()) {
      fault(destination.page, "une destination est hors du document");
    }
  }
  if (names.size() != pages.destinations.size()) {
    fault(0, "deux destinations portent le même nom");
  }
  for (const auto& entry : pages.outline) {
    if (entry.page >= pages.pages.size()) {
      fault(entry.page, "un signet mène hors du document");
    }
  }
  for (std::size_t page = 0; page < pages.pages.size(); ++page) {
    for (const auto& link : pages.pages[page].links) {
      if (link.areas.empty() || link.description.empty()) {
        fault(page, "il n’a pas de surface ou pas de description");
      }
      const bool address = std::any_of(schemes.begin(), schemes.end(), [&](const auto scheme) {
        return link.address.starts_with(scheme);
      });
      const bool inside = link.address.empty() && names.contains(link.destination);
      if (!address && !inside) {
        fault(page, "sa destination est inconnue");
      }
    }
  }
  return good;
}

void write_links(ObjectWriter& writer, const typeset::Pages& pages,
                 std::vector<PageObjects>& objects) {
  const auto names = by_name(pages);
  auto key = static_cast<int>(pages.pages.size());
  for (std::size_t page = 0; page < pages.pages.size(); ++page) {
    for (const auto& link : pages.pages[page].links) {
      std::string target;
      if (link.address.empty()) {
        const auto& destination = *names.at(link.destination);
        target = "/Dest" + place(pages, objects, destination.page, destination.y);
      } else {
        target = "/A<</S/URI/URI";
        append_string(target, percent_encoded(link.address));
        target += ">>";
      }
      auto& annotations = objects[page].links.emplace_back();
      auto& keys = objects[page].link_keys.emplace_back();
      for (const auto& area : link.areas) {
        annotations.push_back(
            writer.dictionary(annotation(link, area, pages.pages[page].height, key, target)));
        keys.push_back(key++);
      }
    }
  }
}

}  // namespace pdf

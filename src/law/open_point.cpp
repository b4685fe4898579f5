#include "law/open_point.hpp"

#include <algorithm>

namespace law {

std::vector<OpenPoint> read_open_points(const yaml::Node& root, base::Diagnostics& diagnostics) {
  constexpr base::Kind kind = base::Kind::content;
  yaml::check_keys(root, {"points"}, kind, diagnostics);
  std::vector<OpenPoint> points;
  for (const yaml::Node& item : root["points"].items()) {
    yaml::check_keys(item, {"id", "titre", "explication", "en_attendant", "articles"}, kind,
                     diagnostics);
    OpenPoint point;
    point.position = item.position();
    point.id = yaml::required_text(item, "id", kind, diagnostics);
    point.title = yaml::required_text(item, "titre", kind, diagnostics);
    point.explanation = yaml::required_text(item, "explication", kind, diagnostics);
    point.meanwhile = yaml::required_text(item, "en_attendant", kind, diagnostics);
    point.citations = yaml::text_list(item["articles"], kind, diagnostics);
    const bool twice = std::any_of(points.begin(), points.end(),
                                   [&](const OpenPoint& other) { return other.id == point.id; });
    if (twice) {
      diagnostics.error(kind, point.position,
                        "le point « " + point.id + " » est décrit deux fois.");
    }
    points.push_back(std::move(point));
  }
  return points;
}

}  // namespace law

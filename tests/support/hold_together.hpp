#pragma once

#include <regex>
#include <string>

namespace support {

// Two lines that would have to be one: what their ends say. Bytes: « é » is a letter like another.
inline bool must_hold_together(const std::string& line, const std::string& next) {
  static const std::regex number_unit(R"((^|[^\d,])[\d,]+ *\|(\d{3}([^\d]|$)|€|%|‰))");
  static const std::regex article(
      R"((^|[^[:alpha:]])(art\.|articles?|L\.|R\.|D\.|p\.|n°|§) *\|\(?\d)");
  static const std::regex series(R"((^|[^[:alpha:]])(art\.|articles?) *\|(L|R|D)\. *\d)");
  static const std::regex inside(R"(\d-\|\d)");
  static const std::regex day(
      R"((^|[^\d])(\d{1,2}|1er) *\|(janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre))");
  static const std::regex year(
      R"((janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) *\|\d{4})");
  static const std::regex date(R"(\d +[a-zéû]*­\|[a-zéû]+ \d{4})");
  static const std::regex hour(R"((\d *\|h( |$))|(\d h *\|\d\d([^\d]|$)))");
  static const std::regex civility(R"((^| )(M\.|MM\.|Mme|Mmes|Mlle|Me|Dr) *\|[A-ZÉÈÀÇÎÔ])");
  static const std::regex sign(R"((«|\(|“) *\||\|(»|;|:|!|\?|\)|,|\.))");
  const auto normal = [](const std::string& text) {
    return std::regex_replace(text, std::regex("\u00A0|\u202F"), " ");
  };
  const std::string seam = normal(line) + "|" + normal(next);
  for (const auto* rule :
       {&number_unit, &article, &series, &inside, &day, &year, &date, &hour, &civility, &sign}) {
    if (std::regex_search(seam, *rule)) return true;
  }
  return false;
}

}  // namespace support

// Any bytes as a template, the rest as values: no crash, and text that is rendered never holds a
// verbatim mark without its pair.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/text.hpp"
#include "templating/render.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string input(reinterpret_cast<const char*>(data), size);
  const auto parts = base::split(input, '\0');
  std::map<std::string, std::string, std::less<>> contents{{"templates/t.md", parts[0]}};
  if (parts.size() > 1) contents["templates/communs/p.md"] = parts[1];
  const std::string typed = parts.size() > 2 ? parts[2] : "valeur";
  if (base::invalid_utf8(typed)) return 0;

  using templating::Record;
  using templating::Text;
  const templating::Value item(Record{{"a", Text{typed, true}}, {"oui", true}});
  const templating::Value root(Record{{"a", Text{typed, true}},
                                      {"b", Text{typed, false}},
                                      {"l", templating::List{item, item}},
                                      {"r", item},
                                      {"n", templating::Absent{"Nom", "r.n"}},
                                      {"oui", true}});
  for (const bool draft : {false, true}) {
    base::Diagnostics diagnostics;
    const auto markdown =
        templating::render("t", base::MemoryFiles(contents), root, {draft}, diagnostics);
    if (markdown.has_value() == diagnostics.has_errors()) std::abort();
    if (!markdown) continue;
    bool open = false;
    for (std::size_t offset = 0; offset < markdown->size();) {
      const char32_t c = base::next_code_point(*markdown, offset);
      if (c != base::verbatim_begin && c != base::verbatim_end) continue;
      if (open == (c == base::verbatim_begin)) std::abort();
      open = !open;
    }
    if (open) std::abort();
  }
  return 0;
}

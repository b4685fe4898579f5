#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "base/text.hpp"
#include "document/dump.hpp"
#include "document/links.hpp"
#include "document/read.hpp"
#include "document/typography.hpp"
#include "document/visit.hpp"
#include "document/words.hpp"

// Any bytes: read, resolved, set in French typography twice. Nothing may crash, no word may change,
// the second typographic pass may change nothing, and what was read without a mistake holds
// neither a mark of verbatim text nor a link of a refused kind.
namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void require_good_links(const document::Inlines& inlines) {
  for (const auto& part : inlines) {
    if (const auto* link = std::get_if<document::Link>(&part.data)) {
      const auto kind = document::link_kind(link->target);
      require(kind != document::LinkKind::refused && kind != document::LinkKind::verbatim);
    }
    std::visit(
        [](const auto& data) {
          if constexpr (requires { data.content; }) {
            if constexpr (std::is_convertible_v<decltype(data.content), document::Inlines>) {
              require_good_links(data.content);
            } else {
              document::for_each_run(data.content, require_good_links);
            }
          }
        },
        part.data);
  }
}

document::LinkResolver resolver(document::LinkKind kind) {
  document::LinkResolver result;
  result.kind = kind;
  result.find = [](std::string_view id) -> std::optional<document::ResolvedLink> {
    if (id.size() % 2 == 1) return std::nullopt;
    return {{"article L. 1", id.size() % 4 == 0 ? "https://exemple.fr/" : "", "titre"}};
  };
  result.known = {"cgct/L2123-35"};
  return result;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view source(reinterpret_cast<const char*>(data), size);
  base::Diagnostics diagnostics;
  auto document = document::read(source, "essai.md", diagnostics);
  const std::string read = to_string(document);
  if (!diagnostics.has_errors()) {
    require(read.find("\uE000") == std::string::npos && read.find("\uE001") == std::string::npos);
    document::for_each_run(document.blocks, require_good_links);
  }
  resolve_citations(document, "essai.md",
                    {resolver(document::LinkKind::citation), resolver(document::LinkKind::term)},
                    diagnostics);
  check_structure(document, "essai.md", diagnostics);
  const auto words = document::words(document);
  document::typography(document);
  require(document::words(document) == words);
  const std::string once = to_string(document);
  document::typography(document);
  require(to_string(document) == once);
  return 0;
}

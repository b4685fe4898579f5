#include "app/citations.hpp"

#include <algorithm>
#include <utility>

#include "app/glossary.hpp"
#include "document/links.hpp"
#include "document/visit.hpp"

namespace app {

namespace {

std::optional<document::ResolvedLink> citation(const Engine& engine, std::string_view id,
                                               calendar::Date day, Citing citing,
                                               base::Diagnostics& diagnostics) {
  const std::string text = engine.law().citation_text(id, diagnostics);
  if (text.empty()) return std::nullopt;
  const std::string state = engine.law().in_force_on(id, day)
                                ? std::string()
                                : ", pas en vigueur le " + calendar::french(day);
  document::ResolvedLink link{
      text + state, engine.law().address(id, day), text + " (Légifrance)" + state, {}};
  if (citing == Citing::short_in_parentheses) {
    link.short_text = engine.law().short_citation(id, diagnostics) + state;
  }
  return link;
}

std::optional<document::ResolvedLink> term(const std::vector<GlossaryTerm>& glossary,
                                           std::string_view id,
                                           const std::set<std::string>& known) {
  const auto found = std::find_if(glossary.begin(), glossary.end(),
                                  [&](const GlossaryTerm& one) { return one.id == id; });
  if (found == glossary.end()) return std::nullopt;
  const std::string anchor = term_anchor(id);
  if (known.count(anchor) == 0) return document::ResolvedLink{found->term, {}, {}, {}};
  return document::ResolvedLink{found->term, "#" + anchor, "Glossaire : " + found->term, {}};
}

void collect(const document::Inlines& run, document::LinkKind kind, std::vector<std::string>& ids);

void collect(const document::Blocks& blocks, document::LinkKind kind,
             std::vector<std::string>& ids) {
  document::for_each_run(blocks, [&](const document::Inlines& run) { collect(run, kind, ids); });
}

void collect(const document::Inlines& run, document::LinkKind kind, std::vector<std::string>& ids) {
  for (const document::Inline& part : run) {
    const auto* link = std::get_if<document::Link>(&part.data);
    if (link != nullptr && document::link_kind(link->target) == kind) {
      std::string id = link->target.substr(link->target.find(':') + 1);
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(std::move(id));
    }
    std::visit(
        [&](const auto& data) {
          if constexpr (requires { data.content; }) collect(data.content, kind, ids);
        },
        part.data);
  }
}

class FirstCitations {
 public:
  explicit FirstCitations(const std::string& chapter) : chapter_(chapter) {}

  void name(document::Blocks& blocks) {
    document::for_each_run(blocks, [this](document::Inlines& run) { name(run); });
  }

 private:
  void name(document::Inlines& run) {
    for (document::Inline& part : run) {
      const auto* link = std::get_if<document::Link>(&part.data);
      if (link != nullptr && document::link_kind(link->target) == document::LinkKind::citation) {
        const std::string id = link->target.substr(link->target.find(':') + 1);
        if (seen_.insert(id).second) wrap(part, id);
        continue;
      }
      std::visit(
          [this](auto& data) {
            if constexpr (requires { data.content; }) name(data.content);
          },
          part.data);
    }
  }

  void wrap(document::Inline& part, const std::string& id) {
    document::Span place;
    place.attributes.id = citation_place(chapter_, id);
    place.content.push_back(std::move(part));
    part = {std::move(place)};
  }

  const std::string& chapter_;
  std::set<std::string> seen_;
};

void add_anchors(const document::Blocks& blocks, std::set<std::string>& found) {
  for (const document::Block& block : blocks) {
    std::visit(
        [&](const auto& data) {
          if constexpr (requires { data.attributes; }) {
            if (!data.attributes.id.empty()) found.insert(data.attributes.id);
          }
          if constexpr (requires { data.items; }) {
            for (const auto& item : data.items) add_anchors(item, found);
          } else if constexpr (std::is_same_v<std::remove_cvref_t<decltype(data)>, document::Div> ||
                               std::is_same_v<std::remove_cvref_t<decltype(data)>,
                                              document::Quote>) {
            add_anchors(data.content, found);
          }
        },
        block.data);
  }
}

}  // namespace

std::vector<std::string> linked(const document::Blocks& blocks, document::LinkKind kind) {
  std::vector<std::string> ids;
  collect(blocks, kind, ids);
  return ids;
}

std::string citation_place(const std::string& chapter, std::string_view citation) {
  std::string id = "cite-" + chapter + "-" + std::string(citation);
  std::replace(id.begin(), id.end(), '/', '-');
  return id;
}

void name_first_citations(document::Blocks& blocks, const std::string& chapter) {
  FirstCitations(chapter).name(blocks);
}

std::set<std::string> anchors(const document::Blocks& blocks) {
  std::set<std::string> found;
  add_anchors(blocks, found);
  return found;
}

void resolve_law_citations(const Engine& engine, document::Document& document,
                           const std::string& source, calendar::Date day,
                           const std::set<std::string>& known, Citing citing,
                           base::Diagnostics& diagnostics) {
  // Letters have no term: the glossary is read only for those who need it.
  std::vector<GlossaryTerm> glossary;
  if (!linked(document.blocks, document::LinkKind::term).empty()) {
    glossary = read_glossary(engine.files(), diagnostics);
  }
  const document::LinkResolver law{
      document::LinkKind::citation,
      [&](std::string_view id) { return citation(engine, id, day, citing, diagnostics); },
      {}};
  document::LinkResolver terms{
      document::LinkKind::term, [&](std::string_view id) { return term(glossary, id, known); }, {}};
  for (const GlossaryTerm& one : glossary) terms.known.push_back(one.id);
  document::resolve_citations(document, source, {law, terms}, diagnostics);
}

void resolve_law_citations(const Engine& engine, document::Document& document,
                           const std::string& source, calendar::Date day,
                           base::Diagnostics& diagnostics) {
  resolve_law_citations(engine, document, source, day, anchors(document.blocks), Citing::long_form,
                        diagnostics);
}

}  // namespace app

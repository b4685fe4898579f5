#include "document/links.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "document/visit.hpp"

namespace document {
namespace {

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

// Spaces, control characters and delimiters have no place in an address (RFC 3986, 2).
bool has_forbidden_character(std::string_view target) {
  return std::any_of(target.begin(), target.end(), [](char c) {
    return (c >= 0 && c <= ' ') || c == 0x7F || c == '<' || c == '>' || c == '"' || c == '\\' ||
           c == '`' || c == '{' || c == '}';
  });
}

bool all_between(std::string_view text, char first, char last) {
  return std::all_of(text.begin(), text.end(), [&](char c) { return c >= first && c <= last; });
}

// The tags of content: a language of two or three letters, and a country if it matters.
bool is_language_tag(std::string_view tag) {
  const auto dash = tag.find('-');
  const auto language = tag.substr(0, dash);
  if (language.size() < 2 || language.size() > 3 || !all_between(language, 'a', 'z')) return false;
  if (dash == std::string_view::npos) return true;
  const auto country = tag.substr(dash + 1);
  return country.size() == 2 && all_between(country, 'A', 'Z');
}

}  // namespace

LinkKind link_kind(std::string_view target) {
  if (target == "verbatim:") return LinkKind::verbatim;
  if (has_forbidden_character(target)) return LinkKind::refused;
  const auto followed = [&](std::string_view prefix) {
    return starts_with(target, prefix) && target.size() > prefix.size();
  };
  if (followed("https://") || followed("http://")) {
    const auto host = target.substr(target.find("//") + 2);
    return host.front() == '/' ? LinkKind::refused : LinkKind::web;
  }
  if (followed("mailto:")) {
    return target.find('@') == std::string_view::npos ? LinkKind::refused : LinkKind::mail;
  }
  if (followed("#")) return LinkKind::anchor;
  if (followed("droit:")) return LinkKind::citation;
  if (followed("terme:")) return LinkKind::term;
  if (followed(language_scheme)) {
    const bool known = is_language_tag(target.substr(language_scheme.size()));
    return known ? LinkKind::language : LinkKind::refused;
  }
  return LinkKind::refused;
}

namespace {

class CitationPass {
 public:
  CitationPass(const std::string& file, const std::vector<LinkResolver>& resolvers,
               base::Diagnostics& diagnostics)
      : file_(file), resolvers_(resolvers), diagnostics_(diagnostics) {}

  void blocks(Blocks& list) const {
    for_each_run(list, [this](Inlines& run) { inlines(run); });
  }

 private:
  // `open`: the parentheses open before the first inline.
  void inlines(Inlines& list, std::ptrdiff_t open = 0) const {
    for (Inline& part : list) {
      if (const auto* text = std::get_if<Text>(&part.data)) {
        open += std::count(text->utf8.begin(), text->utf8.end(), '(');
        open -= std::count(text->utf8.begin(), text->utf8.end(), ')');
      }
      std::visit(
          [this, open](auto& data) {
            if constexpr (requires { data.content; }) {
              if constexpr (std::is_same_v<decltype(data.content), Inlines>) {
                inlines(data.content, open);
              } else {
                blocks(data.content);
              }
            }
          },
          part.data);
      auto* link = std::get_if<Link>(&part.data);
      if (link != nullptr) resolve(*link, part, open > 0);
    }
  }

  void resolve(Link& link, Inline& place, bool in_parentheses) const {
    const LinkKind kind = link_kind(link.target);
    if (kind != LinkKind::citation && kind != LinkKind::term) return;
    const std::string id = link.target.substr(link.target.find(':') + 1);
    std::vector<std::string> known;
    for (const LinkResolver& resolver : resolvers_) {
      if (resolver.kind != kind) continue;
      known.insert(known.end(), resolver.known.begin(), resolver.known.end());
      if (auto found = resolver.find(id)) {
        if (in_parentheses && !found->short_text.empty()) found->text = found->short_text;
        return apply(std::move(*found), link, place);
      }
    }
    const char* what = kind == LinkKind::citation ? "citation « droit:" : "terme « terme:";
    diagnostics_.error(base::Kind::content, {file_, link.line, 0},
                       what + id + " » inconnu" + (kind == LinkKind::citation ? "e." : ".") +
                           base::did_you_mean(id, known));
  }

  static void apply(ResolvedLink found, Link& link, Inline& place) {
    if (link.content.empty()) link.content.push_back({Text{std::move(found.text), false}});
    if (found.address.empty()) {
      Attributes attributes;
      attributes.classes.emplace_back("citation");
      place = {Span{std::move(attributes), std::move(link.content)}};
      return;
    }
    link.target = std::move(found.address);
    if (link.title.empty()) link.title = std::move(found.title);
  }

  const std::string& file_;
  const std::vector<LinkResolver>& resolvers_;
  base::Diagnostics& diagnostics_;
};

class StructureCheck {
 public:
  StructureCheck(const std::string& file, base::Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics) {}

  void check(const Document& document) {
    blocks(document.blocks);
    for_each_run(document.blocks, [this](const Inlines& run) { inlines(run); });
    const std::vector<std::string> known(ids_.begin(), ids_.end());
    for (const Link* link : anchors_) {
      const std::string id = link->target.substr(1);
      if (ids_.count(id) > 0) continue;
      error(link->line,
            "lien vers « #" + id + " », qui n’existe pas." + base::did_you_mean(id, known));
    }
  }

 private:
  void blocks(const Blocks& list) {
    for (const Block& block : list) {
      std::visit(
          [this](const auto& data) {
            if constexpr (requires { data.attributes; }) id(data.attributes);
            if constexpr (requires { data.level; }) level(data.level);
            if constexpr (requires { data.content; }) {
              if constexpr (std::is_same_v<decltype(data.content), Blocks>) blocks(data.content);
            }
          },
          block.data);
    }
  }

  void inlines(const Inlines& list) {
    for (const Inline& part : list) {
      if (const auto* link = std::get_if<Link>(&part.data)) {
        if (link_kind(link->target) == LinkKind::anchor) anchors_.push_back(link);
      }
      std::visit(
          [this](const auto& data) {
            if constexpr (requires { data.attributes; }) id(data.attributes);
            if constexpr (requires { data.content; }) {
              if constexpr (std::is_same_v<decltype(data.content), const Inlines> ||
                            std::is_same_v<decltype(data.content), Inlines>) {
                inlines(data.content);
              } else {
                for_each_run(data.content, [this](const Inlines& run) { inlines(run); });
              }
            }
          },
          part.data);
    }
  }

  void id(const Attributes& attributes) {
    if (attributes.id.empty() || ids_.insert(attributes.id).second) return;
    error(0, "l’identifiant « " + attributes.id + " » est donné deux fois.");
  }

  void level(int given) {
    if (level_ > 0 && given > level_ + 1) {
      error(0, "un titre de niveau " + std::to_string(given) + " suit un titre de niveau " +
                   std::to_string(level_) + " : il manque un niveau.");
    }
    level_ = given;
  }

  void error(int line, std::string message) {
    diagnostics_.error(base::Kind::content, {file_, line, 0}, std::move(message));
  }

  const std::string& file_;
  base::Diagnostics& diagnostics_;
  std::set<std::string> ids_;
  std::vector<const Link*> anchors_;  // in reading order
  int level_ = 0;
};

}  // namespace

void resolve_citations(Document& document, const std::string& file,
                       const std::vector<LinkResolver>& resolvers, base::Diagnostics& diagnostics) {
  CitationPass(file, resolvers, diagnostics).blocks(document.blocks);
}

void check_structure(const Document& document, const std::string& file,
                     base::Diagnostics& diagnostics) {
  StructureCheck(file, diagnostics).check(document);
}

}  // namespace document

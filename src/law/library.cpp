#include "law/library.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace law {
namespace {

constexpr std::string_view extension = ".yaml";
constexpr std::string_view text_file = "_texte";

// `what` is « le texte », « l’article »… A file that exists but is at fault was reported when it
// was read: proposing its own name would only confuse.
void report_missing(std::string_view what, const std::string& id,
                    const std::vector<std::string>& known, const Citing& citing,
                    base::Diagnostics& diagnostics) {
  const std::string named = std::string(what) + " « " + id + " »";
  if (std::find(known.begin(), known.end(), id) != known.end()) {
    diagnostics.error(citing.kind, citing.position, named + " ne peut pas être lu.",
                      "Corrigez d’abord les fautes de son fichier.");
    return;
  }
  diagnostics.error(citing.kind, citing.position, named + " n’est pas dans la base de droit.",
                    std::string(base::trim(base::did_you_mean(id, known))));
}

}  // namespace

Library::Library(const base::Files& files, std::string root)
    : files_(files), root_(std::move(root)) {}

template <typename Item, typename Reader>
const Item* Library::load(Cache<Item>& cache, std::string_view id, const std::string& path,
                          const Reader& reader, base::Diagnostics& diagnostics) const {
  auto found = cache.find(id);
  if (found == cache.end()) {
    found = cache.emplace(std::string(id), std::nullopt).first;
    const auto content = files_.read(path);
    if (content) {
      base::Diagnostics reading;
      const yaml::Node root = yaml::parse(*content, path, base::Kind::content, reading);
      if (!reading.has_errors()) {
        Item item = reader(root, std::string(id), reading);
        if (!reading.has_errors()) found->second = std::move(item);
      }
      for (const base::Diagnostic& one : reading.all()) diagnostics.add(one);
    }
  }
  return found->second ? &*found->second : nullptr;
}

std::optional<Citation> Library::checked(std::string_view id, base::Diagnostics& diagnostics,
                                         const Citing& citing) const {
  auto citation = parse_citation(id);
  if (!citation) {
    diagnostics.error(citing.kind, citing.position,
                      "« " + std::string(id) + " » n’a pas la forme d’une référence de droit.",
                      "Écrivez texte/article, par exemple « cgct/L2123-35 ».");
  }
  return citation;
}

const Text* Library::text(std::string_view id, base::Diagnostics& diagnostics,
                          const Citing& citing) const {
  const auto citation = checked(id, diagnostics, citing);
  if (!citation) return nullptr;
  const std::string path =
      root_ + "/textes/" + citation->text + "/" + std::string(text_file) + std::string(extension);
  const Text* text = load(texts_, citation->text, path, read_text, diagnostics);
  if (text == nullptr) {
    report_missing("le texte", citation->text, text_ids(), citing, diagnostics);
  }
  return text;
}

const Article* Library::article(std::string_view id, base::Diagnostics& diagnostics,
                                const Citing& citing) const {
  const auto citation = checked(id, diagnostics, citing);
  if (!citation || text(citation->text, diagnostics, citing) == nullptr) return nullptr;
  const std::string path =
      root_ + "/textes/" + citation->text + "/" + citation->number + std::string(extension);
  const Article* article = nullptr;
  if (!citation->number.empty()) article = load(articles_, id, path, read_article, diagnostics);
  if (article == nullptr) {
    report_missing("l’article", std::string(id), article_ids(citation->text), citing, diagnostics);
  }
  return article;
}

const ArticleVersion* Library::version(std::string_view id, calendar::Date day,
                                       base::Diagnostics& diagnostics, const Citing& citing) const {
  const Article* found = article(id, diagnostics, citing);
  if (found == nullptr) return nullptr;
  const Text* act = text(found->text, diagnostics, citing);
  if (act != nullptr && act->end && day >= act->end->on) {
    diagnostics.error(citing.kind, citing.position,
                      "droit non couvert : « " + std::string(id) + " » n’existe plus sous ce " +
                          "numéro depuis le " + calendar::french(act->end->on) + ".",
                      act->end->reason);
    return nullptr;
  }
  const ArticleVersion* version = in_force(found->versions, day);
  if (version == nullptr) {
    diagnostics.error(citing.kind, citing.position,
                      "droit non couvert : la base ne connaît « " + std::string(id) +
                          " » que depuis le " +
                          calendar::french(found->versions.front().provenance.since) + ".",
                      "Vérifiez la date, ou consultez le texte alors en vigueur sur Légifrance.");
  }
  return version;
}

bool Library::in_force_on(std::string_view id, calendar::Date day) const {
  base::Diagnostics ignored;
  const auto citation = parse_citation(id);
  if (!citation) return false;
  const Text* act = text(citation->text, ignored);
  if (act == nullptr || (act->end && day >= act->end->on)) return false;
  if (citation->number.empty()) return day >= act->provenance.since;
  const ArticleVersion* found = version(id, day, ignored);
  return found != nullptr && !found->repealed;
}

std::string Library::citation_text(std::string_view id, base::Diagnostics& diagnostics,
                                   const Citing& citing) const {
  return citation_list({std::string(id)}, diagnostics, citing);
}

std::string Library::short_citation(std::string_view id, base::Diagnostics& diagnostics,
                                    const Citing& citing) const {
  const auto citation = checked(id, diagnostics, citing);
  if (!citation) return {};
  if (!citation->number.empty() && article(id, diagnostics, citing) == nullptr) return {};
  const Text* act = text(citation->text, diagnostics, citing);
  return act == nullptr ? std::string() : cite_short(*act, citation->number);
}

std::string Library::citation_list(const std::vector<std::string>& ids,
                                   base::Diagnostics& diagnostics, const Citing& citing) const {
  struct Group {
    const Text* text;
    std::vector<std::string> numbers;  // none: the act as a whole
  };
  std::vector<Group> groups;
  for (const std::string& id : ids) {
    const auto citation = checked(id, diagnostics, citing);
    if (!citation) continue;
    const bool whole = citation->number.empty();
    if (!whole && article(id, diagnostics, citing) == nullptr) continue;
    const Text* act = text(citation->text, diagnostics, citing);
    if (act == nullptr) continue;
    const auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& candidate) {
      return candidate.text == act && candidate.numbers.empty() == whole;
    });
    if (whole) {
      if (group == groups.end()) groups.push_back({act, {}});
      continue;
    }
    if (group == groups.end()) {
      groups.push_back({act, {citation->number}});
    } else if (std::find(group->numbers.begin(), group->numbers.end(), citation->number) ==
               group->numbers.end()) {
      group->numbers.push_back(citation->number);
    }
  }
  std::vector<std::string> parts;
  parts.reserve(groups.size());
  for (const Group& group : groups) {
    parts.push_back(group.numbers.empty() ? cite(*group.text, {})
                                          : cite_together(*group.text, group.numbers));
  }
  return french_list(parts);
}

std::string Library::address(std::string_view id, std::optional<calendar::Date> day) const {
  base::Diagnostics ignored;
  const auto citation = parse_citation(id);
  const Text* act = citation ? text(citation->text, ignored) : nullptr;
  if (act == nullptr) return {};
  const Article* found = citation->number.empty() ? nullptr : article(id, ignored);
  if (found != nullptr) {
    const ArticleVersion* version = day ? in_force(found->versions, *day) : &found->versions.back();
    if (version != nullptr && !version->legiarti.empty()) {
      return act->article_address + version->legiarti;
    }
  }
  return act->address;
}

const Offence* Library::offence(std::string_view id, base::Diagnostics& diagnostics,
                                const Citing& citing) const {
  const auto citation = checked(id, diagnostics, citing);
  if (!citation) return nullptr;
  const std::string path = root_ + "/infractions/" + citation->text + std::string(extension);
  const Offence* offence = load(offences_, id, path, read_offence, diagnostics);
  if (offence == nullptr) {
    report_missing("l’infraction", std::string(id), offence_ids(), citing, diagnostics);
  }
  return offence;
}

const Parameter* Library::parameter(std::string_view id, base::Diagnostics& diagnostics,
                                    const Citing& citing) const {
  const auto citation = checked(id, diagnostics, citing);
  if (!citation) return nullptr;
  const std::string path = root_ + "/parametres/" + citation->text + std::string(extension);
  const Parameter* parameter = load(parameters_, id, path, read_parameter, diagnostics);
  if (parameter == nullptr) {
    report_missing("le paramètre", std::string(id), parameter_ids(), citing, diagnostics);
  }
  return parameter;
}

const ParameterVersion* Library::parameter_on(std::string_view id, calendar::Date day,
                                              base::Diagnostics& diagnostics,
                                              const Citing& citing) const {
  const Parameter* found = parameter(id, diagnostics, citing);
  if (found == nullptr) return nullptr;
  const ParameterVersion* version = in_force(found->versions, day);
  if (version == nullptr) {
    diagnostics.error(citing.kind, citing.position,
                      "droit non couvert : le paramètre « " + std::string(id) +
                          " » n’est connu que depuis le " +
                          calendar::french(found->versions.front().provenance.since) + ".");
  }
  return version;
}

}  // namespace law

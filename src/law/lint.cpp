#include "law/lint.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "law/library.hpp"
#include "law/lint_citations.hpp"

namespace law {
namespace {

constexpr base::Kind kind = base::Kind::content;

struct Checker {
  const Library& library;
  const LintOptions& options;
  base::Diagnostics& diagnostics;
  std::set<std::string> cited;
  int citations = 0;

  void cite(const std::string& id, const base::Position& position) {
    ++citations;
    const auto citation = parse_citation(id);
    const Citing citing{position, kind};
    const bool known = citation && citation->number.empty()
                           ? library.text(id, diagnostics, citing) != nullptr
                           : library.article(id, diagnostics, citing) != nullptr;
    if (known) cited.insert(id);
  }

  void cite_all(const std::vector<std::string>& ids, const base::Position& position) {
    for (const std::string& id : ids) cite(id, position);
  }

  void check_age(const Provenance& provenance) {
    if (provenance.checked_on > options.today) {
      diagnostics.error(kind, provenance.position, "« vérifié_le » est dans l’avenir.");
    } else if (provenance.checked_on + options.checked_within < options.today) {
      diagnostics.warning(
          kind, provenance.position,
          "dernière vérification trop ancienne (" + calendar::french(provenance.checked_on) + ").",
          "Relisez le texte et mettez « vérifié_le » à jour.");
    }
  }
};

void check_text(Checker& checker, const std::string& id) {
  const Text* text = checker.library.text(id, checker.diagnostics);
  if (text == nullptr) return;
  checker.check_age(text->provenance);
  if (!text->end) return;
  checker.cite_all(text->end->citations, text->provenance.position);
  checker.cite_all(text->end->replaced_by, text->provenance.position);
  if (!text->end->replaced_by.empty()) return;
  const auto left = text->end->on - checker.options.today;
  if (left <= std::chrono::days{0}) {
    checker.diagnostics.error(kind, text->provenance.position,
                              "ce texte a pris fin le " + calendar::french(text->end->on) + ".",
                              "Ajoutez ce qui le remplace, puis nommez-le sous « remplacé_par ».");
  } else if (left <= checker.options.end_within) {
    checker.diagnostics.warning(kind, text->provenance.position,
                                "ce texte prend fin le " + calendar::french(text->end->on) + ".");
  }
}

void check_article(Checker& checker, const std::string& id) {
  const Article* article = checker.library.article(id, checker.diagnostics);
  if (article == nullptr) return;
  for (const ArticleVersion& version : article->versions) {
    checker.check_age(version.provenance);
    checker.cite_all(version.changed_by, version.provenance.position);
  }
}

void check_word(Checker& checker, std::string_view what, const std::string& word,
                const std::vector<std::string>& known, const base::Position& position) {
  if (std::find(known.begin(), known.end(), word) != known.end()) return;
  checker.diagnostics.error(kind, position,
                            std::string(what) + " « " + word + " » n’est pas dans le vocabulaire.",
                            std::string(base::trim(base::did_you_mean(word, known))));
}

void check_criteria(Checker& checker, const Offence& offence, const Vocabulary& words) {
  std::vector<std::string> names;
  for (const CriterionTerm& term : words.criteria) names.push_back(term.name);
  for (const Criterion& criterion : offence.criteria) {
    check_word(checker, "le critère", criterion.name, names, offence.position);
    for (const CriterionTerm& term : words.criteria) {
      if (term.name != criterion.name) continue;
      for (const std::string& value : criterion.accepted) {
        check_word(checker, "la valeur", value, values_of(term.values), offence.position);
      }
    }
  }
}

void check_offence(Checker& checker, const std::string& id, const Vocabulary& words) {
  const Offence* offence = checker.library.offence(id, checker.diagnostics);
  if (offence == nullptr) return;
  check_word(checker, "la famille", offence->family, values_of(words.families), offence->position);
  check_criteria(checker, *offence, words);
  for (const OffenceVersion& version : offence->versions) {
    const base::Position& position = version.provenance.position;
    checker.check_age(version.provenance);
    checker.cite_all(version.citations, position);
    for (const ComplementaryPenalty& penalty : version.complementary) {
      checker.cite_all(penalty.citations, position);
    }
    for (const std::string& victim : version.victims) {
      check_word(checker, "la victime", victim, values_of(words.victims), position);
    }
    for (const auto& [victim, facts] : version.facts_by_victim) {
      check_word(checker, "la victime", victim, version.victims, position);
    }
    const std::string rule = checker.options.root + "/delais/" + version.limitation_rule + ".yaml";
    if (!version.repealed && !checker.library.files().read(rule)) {
      checker.diagnostics.error(
          kind, position, "la règle de délai « " + version.limitation_rule + " » n’existe pas.");
    }
  }
}

void check_parameter(Checker& checker, const std::string& id) {
  const Parameter* parameter = checker.library.parameter(id, checker.diagnostics);
  if (parameter == nullptr) return;
  for (const ParameterVersion& version : parameter->versions) {
    checker.check_age(version.provenance);
    checker.cite_all(version.citations, version.provenance.position);
  }
}

// Names that only case distinguishes are one file on some systems, and two articles for none.
void check_names(const std::vector<std::string>& ids, base::Diagnostics& diagnostics) {
  std::set<std::string> folded;
  for (const std::string& id : ids) {
    if (!folded.insert(base::fold(id)).second) {
      diagnostics.error(kind, {}, "« " + id + " » ne diffère d’un autre nom que par la casse.");
    }
  }
}

void check_strays(const base::Files& files, const std::string& folder,
                  base::Diagnostics& diagnostics) {
  for (const std::string& name : files.list(folder)) {
    if (!name.ends_with(".yaml")) {
      std::string path = folder;
      path.append("/").append(name);
      diagnostics.error(kind, {path, 0, 0}, "ce fichier n’a pas sa place ici.",
                        "Seuls des fichiers .yaml sont attendus dans ce dossier.");
    }
  }
}

}  // namespace

LintReport lint(const base::Files& files, const LintOptions& options,
                base::Diagnostics& diagnostics) {
  const Library library(files, options.root);
  Checker checker{library, options, diagnostics, {}, 0};
  LintReport report;
  std::vector<std::string> articles;
  for (const std::string& text : library.text_ids()) {
    check_text(checker, text);
    check_strays(files, options.root + "/textes/" + text, diagnostics);
    for (const std::string& id : library.article_ids(text)) articles.push_back(id);
  }
  check_names(articles, diagnostics);
  for (const std::string& id : articles) check_article(checker, id);
  const Vocabulary& words = library.vocabulary(diagnostics);
  for (const Circumstance& one : words.circumstances) checker.cite_all(one.citations, {});
  check_strays(files, options.root + "/infractions", diagnostics);
  check_strays(files, options.root + "/parametres", diagnostics);
  const std::vector<std::string> offences = library.offence_ids();
  for (const std::string& id : offences) check_offence(checker, id, words);
  const std::vector<std::string> parameters = library.parameter_ids();
  for (const std::string& id : parameters) check_parameter(checker, id);
  for (const OpenPoint& point : library.open_points(diagnostics)) {
    checker.cite_all(point.citations, point.position);
  }
  for (const FoundCitation& found : citations_elsewhere(files, options, diagnostics)) {
    checker.cite(found.id, found.position);
  }
  for (const std::string& id : articles) {
    if (!checker.cited.contains(id)) report.uncited.push_back(id);
  }
  report.articles = static_cast<int>(articles.size());
  report.offences = static_cast<int>(offences.size());
  report.parameters = static_cast<int>(parameters.size());
  report.citations = checker.citations;
  return report;
}

}  // namespace law

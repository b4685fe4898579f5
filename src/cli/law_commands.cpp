#include <iostream>

#include "cli/session.hpp"
#include "law/changes.hpp"
#include "law/lint.hpp"

namespace cli {
namespace {

void print_open_points(Session& session) {
  for (const law::OpenPoint& point : session.engine.law().open_points(session.diagnostics)) {
    std::cout << point.title << '\n' << "  " << point.explanation << '\n';
    if (!point.meanwhile.empty()) std::cout << "  En attendant : " << point.meanwhile << '\n';
    if (!point.citations.empty()) {
      std::cout << "  " << session.engine.law().citation_list(point.citations, session.diagnostics)
                << '\n';
    }
    std::cout << '\n';
  }
}

void check_database(Session& session) {
  law::LintOptions options;
  options.today = *session.default_date;
  const law::LintReport report = law::lint(session.engine.files(), options, session.diagnostics);
  session.engine.rules().check_all(session.diagnostics);
  std::cout << report.articles << " articles, " << report.offences << " infractions, "
            << report.parameters << " valeurs datées, " << session.engine.rules().ids().size()
            << " délais, " << report.citations << " renvois contrôlés.\n";
  for (const std::string& id : report.uncited) std::cout << "Jamais cité : " << id << '\n';
}

}  // namespace

void law_database(Session& session, const LawOptions& options) {
  const law::Library& library = session.engine.law();
  const auto day = date_option(session, options.date, "--au");
  if (options.lint) return check_database(session);
  if (options.uncertain) return print_open_points(session);
  if (!options.between.empty()) {
    const auto from = date_option(session, options.between[0], "--entre");
    const auto to = date_option(session, options.between[1], "--entre");
    if (!from || !to) return;
    const auto found = law::changes(library, *from, *to, session.diagnostics);
    std::cout << (options.json ? law::to_json(found) : law::to_text(found));
    return;
  }
  if (session.diagnostics.has_errors()) return;
  if (options.article.empty()) {
    std::cout << (options.json ? law::listing_json(library, session.diagnostics)
                               : law::listing_text(library, session.diagnostics));
    return;
  }
  const calendar::Date when = day.value_or(*session.default_date);
  const law::Citing citing{{}, base::Kind::usage};
  std::cout << (options.json
                    ? law::article_json(library, options.article, when, session.diagnostics, citing)
                    : law::article_text(library, options.article, when, session.diagnostics,
                                        citing));
}

}  // namespace cli

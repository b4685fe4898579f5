#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <exception>
#include <functional>
#include <iostream>

#include "app/engine.hpp"
#include "base/disk.hpp"
#include "cli/help.hpp"
#include "cli/session.hpp"

namespace cli {
namespace {

using Work = std::function<void(Session&)>;

// Builds the command table. Each row: name, what it is for, its arguments, its examples. The
// options live in shared_ptr so that the table owns what CLI11 writes into.
class Table {
 public:
  Table(CLI::App& app, Work& chosen) : app_(app), chosen_(chosen) {}

  template <typename Options>
  std::pair<CLI::App*, Options*> row(const std::string& name, const std::string& purpose,
                                     const std::string& examples,
                                     void (*command)(Session&, const Options&)) {
    auto options = std::make_shared<Options>();
    CLI::App* row = app_.add_subcommand(name, purpose);
    row->footer(examples);
    row->callback([this, options, command] {
      chosen_ = [options, command](Session& session) { command(session, *options); };
    });
    return {row, options.get()};
  }

 private:
  CLI::App& app_;
  Work& chosen_;
};

constexpr const char* formats_help =
    "formats, séparés par des virgules : pdf, docx, odt, html, txt";
constexpr const char* date_help = "date à laquelle le document est établi et le droit appliqué";
constexpr const char* replace_help = "remplacer les fichiers qui existent déjà";
constexpr const char* redacted_help =
    "copie caviardée : noms et coordonnées des tiers remplacés dans le texte même";
constexpr const char* archive_help = "PDF pour l’archivage (PDF/A-3)";
constexpr const char* attach_help =
    "joindre le dossier au PDF (PDF/A-3) : son lecteur verra tout le dossier";
constexpr const char* mention_help =
    "en fin de document : version du programme, édition du droit, empreinte du dossier";
constexpr const char* draft_help =
    "brouillon : marques « À COMPLÉTER » là où un renseignement manque";

void add_document_commands(Table& table) {
  {
    auto [row, o] =
        table.row<DocumentsOptions>("documents", "Liste les documents que l’on peut produire",
                                    "  egide documents\n  egide documents --json", documents);
    row->add_flag("--json", o->json, "résultat en JSON");
  }
  {
    auto [row, o] = table.row<NewOptions>("nouveau", "Écrit un dossier commenté, à remplir",
                                          "  egide nouveau plainte -o dossier.yaml", new_case);
    row->add_option("DOCUMENT", o->document, "le document voulu (voir « egide documents »)")
        ->required();
    row->add_option("-o,--output", o->output, "fichier à écrire (« - » : l’écran)")
        ->type_name("FICHIER");
    row->add_flag("--remplacer", o->replace, replace_help);
  }
  {
    auto [row, o] = table.row<InspectOptions>(
        "controler", "Contrôle l’accessibilité d’un PDF, règle par règle",
        "  egide controler plainte.pdf\n  egide controler --json plainte.pdf", inspect);
    row->add_option("FICHIER", o->file, "le PDF à relire, d’Égide ou d’un autre programme")
        ->required();
    row->add_flag("--json", o->json, "résultat en JSON");
  }
  {
    auto [row, o] =
        table.row<ExtractOptions>("extraire", "Rend le dossier joint à un PDF (--joindre-dossier)",
                                  "  egide extraire plainte.pdf -o dossier.yaml", extract);
    row->add_option("FICHIER", o->file, "le PDF qui porte un dossier")->required();
    row->add_option("-o,--output", o->output, "fichier à écrire (« - » : l’écran)")
        ->type_name("FICHIER");
    row->add_flag("--remplacer", o->replace, replace_help);
  }
  {
    auto [row, o] =
        table.row<SchemaOptions>("schema", "Donne le schéma JSON d’un dossier, pour les éditeurs",
                                 "  egide schema plainte > plainte.schema.json", schema);
    row->add_option("DOCUMENT", o->document, "le document voulu")->required();
  }
  {
    auto [row, o] =
        table.row<CheckOptions>("verifier", "Signale toutes les erreurs d’un dossier à la fois",
                                "  egide verifier plainte dossier.yaml", check);
    row->add_option("DOCUMENT", o->document, "le document voulu")->required();
    row->add_option("DOSSIER", o->case_file, "le fichier du dossier (YAML)")->required();
    row->add_flag("--brouillon", o->draft, "ne pas signaler les renseignements manquants");
  }
  {
    auto [row, o] = table.row<GenerateOptions>(
        "generer", "Produit un document à partir d’un dossier",
        "  egide generer plainte dossier.yaml\n"
        "  egide generer protection-commune dossier.yaml -f pdf,docx -o courriers/",
        generate);
    row->add_option("DOCUMENT", o->document, "le document voulu")->required();
    row->add_option("DOSSIER", o->case_file, "le fichier du dossier (YAML)")->required();
    row->add_option("-f,--format", o->formats, formats_help)->delimiter(',')->type_name("FORMATS");
    row->add_option("-o,--output", o->output, "dossier ou fichier à écrire (« - » : l’écran)")
        ->type_name("CHEMIN");
    row->add_option("--au", o->date, date_help)->type_name("DATE");
    row->add_flag("--brouillon", o->draft, draft_help);
    row->add_flag("--caviarder", o->redacted, redacted_help);
    row->add_flag("--pdfa", o->archive, archive_help);
    row->add_flag("--joindre-dossier", o->attach_case, attach_help);
    row->add_flag("--mention", o->mention, mention_help);
    row->add_flag("--remplacer", o->replace, replace_help);
  }
  {
    auto [row, o] = table.row<AffairOptions>(
        "affaire", "Produit tous les documents que le dossier appelle, dans l’ordre",
        "  egide affaire dossier.yaml -o affaire/", affair);
    row->add_option("DOSSIER", o->case_file, "le fichier du dossier (YAML)")->required();
    row->add_option("-f,--format", o->formats, formats_help)->delimiter(',')->type_name("FORMATS");
    row->add_option("-o,--output", o->output, "dossier où écrire")->type_name("DOSSIER");
    row->add_option("--au", o->date, date_help)->type_name("DATE");
    row->add_flag("--brouillon", o->draft, draft_help);
    row->add_flag("--caviarder", o->redacted, redacted_help);
    row->add_flag("--pdfa", o->archive, archive_help);
    row->add_flag("--mention", o->mention, mention_help);
    row->add_flag("--remplacer", o->replace, replace_help);
  }
  {
    auto [row, o] = table.row<BatchOptions>(
        "lot", "Produit le même document pour chaque ligne d’un tableau, ou chaque dossier",
        "  egide lot convocation-conseil conseillers.csv --dossier commun.yaml -o convocations/\n"
        "  egide lot protection-commune dossiers/ -f pdf,docx -o courriers/",
        batch);
    row->add_option("DOCUMENT", o->document, "le document voulu")->required();
    row->add_option("SOURCE", o->source, "un tableau CSV, ou un répertoire de dossiers YAML")
        ->required();
    row->add_option(
           "--dossier", o->shared,
           "dossier commun, que chaque ligne complète ou corrige ; une case vide n’y change rien")
        ->type_name("COMMUN");
    row->add_option("-f,--format", o->formats, formats_help)->delimiter(',')->type_name("FORMATS");
    row->add_option("-o,--output", o->output, "dossier où écrire")->type_name("DOSSIER");
    row->add_option("--au", o->date, date_help)->type_name("DATE");
    row->add_flag("--caviarder", o->redacted, redacted_help);
    row->add_flag("--pdfa", o->archive, archive_help);
    row->add_flag("--remplacer", o->replace, "refaire aussi ce qui est déjà fait");
  }
  {
    auto [row, o] = table.row<QualifyOptions>(
        "qualifier", "Cherche les infractions qui correspondent aux faits d’un dossier",
        "  egide qualifier dossier.yaml", qualify);
    row->add_option("DOSSIER", o->case_file, "le fichier du dossier (YAML)")->required();
    row->add_flag("--json", o->json, "résultat en JSON");
  }
  {
    auto [row, o] = table.row<PlaceOptions>(
        "commune", "Donne ce qui découle d’une commune : préfecture, tribunaux, population",
        "  egide commune Belley\n  egide commune 01034 --json", place);
    row->add_option("NOM", o->name, "nom de la commune, ou code INSEE")->required();
    row->add_flag("--json", o->json, "résultat en JSON");
  }
  {
    auto [row, o] =
        table.row<ExamplesOptions>("exemples", "Produit le guide et tous les documents d’exemple",
                                   "  egide exemples -o output/", examples);
    row->add_option("-o,--output", o->output, "dossier où écrire")
        ->required()
        ->type_name("DOSSIER");
    row->add_flag("--remplacer", o->replace, replace_help);
  }
  {
    auto [row, o] = table.row<GuideOptions>("guide", "Produit le guide « l’élu et la justice »",
                                            "  egide guide -f pdf,html,epub,docx -o output/\n"
                                            "  egide guide -f site -o site/",
                                            guide);
    row->add_option("-f,--format", o->formats,
                    "formats : pdf, html, epub, docx, odt, txt ; site (une page par chapitre, avec "
                    "recherche)")
        ->delimiter(',')
        ->type_name("FORMATS");
    row->add_option("-o,--output", o->output, "dossier ou fichier à écrire")->type_name("CHEMIN");
    row->add_option("--au", o->date, "édition dans le droit de ce jour")->type_name("DATE");
    row->add_flag("--pdfa", o->archive, archive_help);
    row->add_flag("--remplacer", o->replace, replace_help);
  }
}

void add_web_commands(Table& table) {
  auto [row, o] = table.row<ServeOptions>(
      "servir", "Ouvre les mêmes documents dans un navigateur, sur cette machine",
      "  egide servir\n  egide servir --port 8000\n"
      "  egide servir --ecouter 0.0.0.0 --hote egide.exemple.fr",
      serve);
  row->add_option("--port", o->port, "port (0 : un port libre)")->type_name("N");
  row->add_option("--ecouter", o->address,
                  "adresse à écouter ; 127.0.0.1 : cette machine seulement")
      ->type_name("ADRESSE");
  row->add_option("--hote", o->hosts, "nom sous lequel les navigateurs appellent le service")
      ->type_name("NOM");
  row->add_option("--theme", o->theme,
                  "dossier d’un organisme : ses fichiers remplacent ceux de templates/web")
      ->type_name("DOSSIER");
}

void add_law_commands(Table& table) {
  constexpr const char* territory_help = "territoire (metropole, alsace-moselle, la-reunion…)";
  constexpr const char* church_help =
      "commune d’Alsace-Moselle ayant un temple protestant ou une église mixte (Vendredi saint "
      "férié)";
  {
    auto [row, o] = table.row<DeadlinesOptions>("delais", "Explique tous les délais d’un dossier",
                                                "  egide delais dossier.yaml\n"
                                                "  egide delais dossier.yaml --ics agenda.ics\n"
                                                "  egide delais dossier.yaml -f html,pdf",
                                                deadlines);
    row->add_option("DOSSIER", o->case_file, "le fichier du dossier (YAML)")->required();
    row->add_option("--ics", o->calendar_file, "écrire aussi un agenda (iCalendar)")
        ->type_name("FICHIER");
    row->add_option("-f,--format", o->formats,
                    "écrire aussi une page, avec la frise : pdf, html, docx, odt")
        ->delimiter(',')
        ->type_name("FORMATS");
    row->add_option("-o,--output", o->output, "dossier ou fichier de cette page")
        ->type_name("CHEMIN");
    row->add_flag("--json", o->json, "résultat en JSON");
    row->add_flag("--remplacer", o->replace, replace_help);
  }
  {
    auto [row, o] = table.row<CalculationOptions>(
        "calcul", "Calcule une échéance et montre comment",
        "  egide calcul \"5 jours francs\" --depuis 2026-11-23\n"
        "  egide calcul --regle prescription-presse --depuis 2026-08-23\n"
        "  egide calcul --regle convocation-conseil-5 --depuis 2026-12-17 --rebours",
        calculation);
    row->add_option("DUREE", o->duration, "durée en français : « 5 jours francs », « 3 mois »");
    row->add_option("--regle", o->rule, "règle de la base de droit")->type_name("ID");
    row->add_option("--depuis", o->since, "date de départ")->required()->type_name("DATE");
    row->add_option("--report", o->carry_over,
                    "report d’un samedi, dimanche ou jour férié : oui ou non")
        ->type_name("oui|non");
    row->add_option("--fait", o->facts, "autre date utile à la règle : événement=DATE")
        ->type_name("E=DATE");
    row->add_flag("--rebours", o->backwards, "compter à rebours, depuis la date limite");
    row->add_option("--territoire", o->territory, territory_help)->type_name("T");
    row->add_flag("--temple", o->protestant_church, church_help);
    row->add_flag("--json", o->json, "résultat en JSON");
  }
  {
    auto [row, o] =
        table.row<HolidaysOptions>("feries", "Donne les jours fériés d’une année",
                                   "  egide feries 2026 --territoire martinique", holidays);
    row->add_option("ANNEE", o->year, "année, de 1905 à 2200")->required();
    row->add_option("--territoire", o->territory, territory_help)->type_name("T");
    row->add_flag("--temple", o->protestant_church, church_help);
    row->add_flag("--json", o->json, "résultat en JSON");
  }
  {
    auto [row, o] =
        table.row<LawOptions>("droit", "Consulte la base de droit, à une date ou entre deux dates",
                              "  egide droit cgct/L2123-35 --au 2024-06-01\n"
                              "  egide droit --entre 2024-01-01 2026-01-01",
                              law_database);
    row->add_option("ARTICLE", o->article, "article (texte/numéro) ; sans lui, la liste");
    row->add_option("--au", o->date, "version en vigueur ce jour")->type_name("DATE");
    row->add_option("--entre", o->between, "ce qui a changé entre deux dates")
        ->expected(2)
        ->type_name("D1 D2");
    row->add_flag("--a-verifier", o->uncertain, "l’état du droit : les points à vérifier");
    row->add_flag("--controle", o->lint, "contrôle toute la base de droit");
    row->add_flag("--json", o->json, "résultat en JSON");
  }
}

std::string resource_root() {
  const char* given = std::getenv("EGIDE_RACINE");
  return given != nullptr && *given != '\0' ? given : EGIDE_RESOURCES;
}

int carry_out(const Work& work, bool quiet) {
  const std::string root = resource_root();
  app::Engine engine(root);
  Session session{engine, quiet, default_day(), EGIDE_VERSION, {}, root};
  work(session);
  for (const base::Diagnostic& diagnostic : session.diagnostics.sorted()) {
    if (quiet && diagnostic.severity == base::Severity::warning) continue;
    std::cerr << base::to_string(diagnostic) << '\n';
  }
  return session.diagnostics.exit_status();
}

}  // namespace

int run(int argc, char** argv) {
  CLI::App app("Égide : les documents des élus menacés, et leurs délais, justes et expliqués",
               "egide");
  app.formatter(std::make_shared<FrenchFormatter>());
  app.footer(
      "  egide nouveau plainte -o dossier.yaml\n"
      "  egide generer plainte dossier.yaml\n"
      "  egide delais dossier.yaml");
  app.set_help_flag("-h,--help", "cette aide");
  app.set_version_flag("--version", "egide " EGIDE_VERSION, "la version du programme");
  bool quiet = false;
  app.add_flag("-q,--quiet", quiet, "ne dire que les erreurs");
  app.require_subcommand(1);
  Work work;
  Table table(app, work);
  add_document_commands(table);
  add_law_commands(table);
  add_web_commands(table);
  for (CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    command->add_flag("-q,--quiet", quiet, "ne dire que les erreurs");
  }
  try {
    app.parse(argc, argv);
    return carry_out(work, quiet);
  } catch (const CLI::Success& asked) {  // --help, --version
    return app.exit(asked, std::cout, std::cerr);
  } catch (const CLI::ParseError& error) {
    std::cerr << "erreur : " << french_message(app, error) << '\n';
    return base::exit_status(base::Kind::usage);
  } catch (const base::MachineError& error) {
    std::cerr << "erreur : " << error.what() << '\n';
    return base::exit_status(base::Kind::output);
  } catch (const std::exception&) {
    // what() may quote the case file: it is not shown.
    std::cerr << "erreur : faute interne du programme. Signalez-la avec la commande employée, "
                 "sans joindre le dossier.\n";
    return base::exit_status(base::Kind::internal);
  }
}

}  // namespace cli

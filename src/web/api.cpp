#include "web/api.hpp"

#include <nlohmann/json.hpp>

#include "app/affair.hpp"
#include "app/generate.hpp"
#include "base/text.hpp"
#include "dossier/scalar.hpp"
#include "dossier/schema.hpp"
#include "law/deadline_json.hpp"
#include "web/document_files.hpp"

namespace web {
namespace {

using nlohmann::ordered_json;

Response json_response(int status, const ordered_json& value) {
  return {status, "application/json; charset=utf-8", value.dump(2) + "\n", {}};
}

ordered_json messages(const base::Diagnostics& diagnostics) {
  auto list = ordered_json::array();
  for (const base::Diagnostic& each : diagnostics.sorted()) {
    const bool error = each.severity == base::Severity::error;
    list.push_back({{"gravite", error ? "erreur" : "avertissement"},
                    {"champ", each.field},
                    {"ligne", each.position.line},
                    {"colonne", each.position.column},
                    {"message", each.message},
                    {"conseil", each.hint}});
  }
  return list;
}

Response refused(int status, const std::string& message) {
  base::Diagnostics diagnostics;
  diagnostics.error(base::Kind::usage, {}, message);
  return json_response(status, {{"messages", messages(diagnostics)}});
}

Response wrong_method() { return refused(405, "cette adresse attend une autre méthode."); }

Response documents(const Site& site) {
  auto list = ordered_json::array();
  for (const dossier::Form& form : site.forms()) {
    list.push_back({{"id", form.id},
                    {"titre", form.title},
                    {"pour", form.audience},
                    {"description", form.description}});
  }
  return json_response(200, list);
}

Response verify(const Site& site, const dossier::Form& form, const Request& request) {
  const auto engine = site.engine();
  base::Diagnostics diagnostics;
  app::GenerateOptions options;
  options.default_date = site.today();
  const auto prepared =
      app::prepare(*engine, form.id, {"dossier.yaml", request.body}, options, diagnostics);
  const bool valid =
      prepared && app::make_document(*engine, *prepared, options, diagnostics).has_value();
  return json_response(200, {{"valable", valid}, {"messages", messages(diagnostics)}});
}

Response generate(const Site& site, const dossier::Form& form, const Request& request) {
  const std::string format(request.query_value("format"));
  if (format.empty()) return refused(400, "il manque « ?format= ».");
  const auto engine = site.engine();
  base::Diagnostics diagnostics;
  auto file = make_file(
      *engine, {&form, request.body, site.today(), request.query_value("brouillon") == "oui"},
      format, diagnostics);
  if (file) return attachment(std::move(*file));
  const int status = diagnostics.exit_status() == base::exit_status(base::Kind::usage)  ? 400
                     : diagnostics.exit_status() == base::exit_status(base::Kind::tool) ? 501
                                                                                        : 422;
  return json_response(status, {{"messages", messages(diagnostics)}});
}

// ?duree=5 jours francs|?regle=id, &depuis=DATE, &territoire=
Response calculate(const Site& site, const Request& request) {
  const std::string rule(request.query_value("regle"));
  const std::string length(request.query_value("duree"));
  const auto since = dossier::parse_date(request.query_value("depuis"));
  if (!since.value) return refused(400, "« depuis » : " + since.problem);
  if (rule.empty() == length.empty()) return refused(400, "donnez « regle » ou « duree ».");
  const auto engine = site.engine();
  base::Diagnostics diagnostics;
  calendar::Place place;
  if (const auto territory = request.query_value("territoire"); !territory.empty()) {
    place.territory = std::string(territory);
  }
  std::optional<law::Deadline> deadline;
  const law::Moment start{*since.value, std::nullopt};
  if (!engine->rules().knows(place, diagnostics)) {
    // Reported.
  } else if (rule.empty()) {
    deadline = law::count_freely({length, start, false, std::nullopt, place}, engine->rules(),
                                 diagnostics);
  } else {
    deadline = law::evaluate({rule, start, {}, {}, false, place}, engine->rules(), diagnostics);
  }
  if (!deadline) return json_response(422, {{"messages", messages(diagnostics)}});
  Response response;
  response.type = "application/json; charset=utf-8";
  response.body = law::calcul_json(
      *deadline, [&](std::string_view id) { return engine->law().citation_text(id, diagnostics); });
  return response;
}

// Every deadline of the case that is sent, whatever document asks it.
Response deadlines(const Site& site, const Request& request) {
  if (request.method != "POST") return wrong_method();
  const auto engine = site.engine();
  base::Diagnostics diagnostics;
  app::GenerateOptions options;
  options.default_date = site.today();
  const auto found =
      app::case_deadlines(*engine, {"dossier.yaml", request.body}, options, diagnostics);
  if (diagnostics.has_errors()) return json_response(422, {{"messages", messages(diagnostics)}});
  Response response;
  response.type = "application/json; charset=utf-8";
  response.body = law::delais_json(
      found, [&](std::string_view id) { return engine->law().citation_text(id, diagnostics); });
  return response;
}

Response communes(const Site& site, const Request& request) {
  // The pages post the name: what a person types is not put in an address.
  const bool post = request.method == "POST";
  const std::string_view name =
      base::trim(post ? request.form_value("nom") : request.query_value("nom"));
  auto list = ordered_json::array();
  if (base::length(name) >= 2) {
    for (const places::Commune& commune : site.places().suggestions(name, 8)) {
      const auto department = site.places().department(commune.department);
      list.push_back({{"code", commune.code},
                      {"nom", commune.name},
                      {"departement", department ? department->name : commune.department},
                      {"codes_postaux", commune.postal_codes}});
    }
  }
  return json_response(200, list);
}

Response of_document(const Site& site, const std::string& action, const std::string& id,
                     const Request& request) {
  const dossier::Form* form = site.form(id);
  if (form == nullptr) {
    std::vector<std::string> known;
    for (const dossier::Form& each : site.forms()) known.push_back(each.id);
    return refused(404, "document inconnu." + base::did_you_mean(id, known));
  }
  if (action == "schema") {
    if (request.method == "POST") return wrong_method();
    return {200, "application/schema+json; charset=utf-8", dossier::json_schema(*form), {}};
  }
  if (request.method != "POST") return wrong_method();
  return action == "verifier" ? verify(site, *form, request) : generate(site, *form, request);
}

}  // namespace

Response api(const Site& site, const Request& request) {
  const std::vector<std::string> parts = base::split(request.path, '/');  // "", "api", …
  const std::string action = parts.size() > 2 ? parts[2] : std::string();
  if (parts.size() == 4 && (action == "schema" || action == "verifier" || action == "generer")) {
    return of_document(site, action, parts[3], request);
  }
  if (parts.size() != 3) return refused(404, "cette adresse n’existe pas.");
  if (action == "delais") return deadlines(site, request);
  if (action == "communes") return communes(site, request);
  if (request.method == "POST") return wrong_method();
  if (action == "documents") return documents(site);
  if (action == "calcul") return calculate(site, request);
  if (action == "openapi.json") {
    const auto description = site.files().read("content/accueil/openapi.json");
    if (description) return {200, "application/json; charset=utf-8", *description, {}};
  }
  return refused(404, "cette adresse n’existe pas.");
}

}  // namespace web

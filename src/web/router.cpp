#include "web/router.hpp"

#include <exception>

#include "base/disk.hpp"
#include "web/api.hpp"
#include "web/guard.hpp"
#include "web/page.hpp"
#include "web/pages.hpp"

namespace web {
namespace {

std::optional<Response> asset(const Site& site, const std::string& path) {
  for (const Asset& each : site.assets()) {
    if (each.address != path) continue;
    Response response{200, each.type, each.content, {}};
    response.headers.emplace_back("Cache-Control", each.lasting
                                                       ? "public, max-age=31536000, immutable"
                                                       : "public, max-age=3600");
    return response;
  }
  return std::nullopt;
}

// What follows `prefix`, if the path begins with it and something follows.
std::optional<std::string> after(const std::string& path, std::string_view prefix) {
  if (!path.starts_with(prefix) || path.size() == prefix.size()) return std::nullopt;
  return path.substr(prefix.size());
}

Response document_route(const Site& site, const Request& request, std::string id) {
  const bool post = request.method == "POST";
  const auto slash = id.find('/');
  if (slash == std::string::npos) return question_page(site, id, request);
  const std::string action = id.substr(slash + 1);
  id = id.substr(0, slash);
  if (post && action == "telecharger") return download(site, id, request);
  if (post && action == "apercu") return preview(site, id, request);
  return not_found_page(site);
}

Response fixed_route(const Site& site, const Request& request) {
  const std::string& path = request.path;
  if (path == "/") return home_page(site);
  if (path == "/sante") return plain_text(200, "bien\n");
  if (path == "/documents") return documents_page(site);
  if (path == "/delais") return deadlines_page(site, request);
  if (path == "/droit") return law_page(site, request);
  if (path == "/guide") return guide_page(site);
  if (path == "/guide/recherche") return guide_search_page(site, request);
  if (path == "/reprendre") return resume_page(site, request);
  if (path == "/affaire" && request.method == "POST") return affair_page(site, request);
  if (path == "/affaire/telecharger" && request.method == "POST") return affair_file(site, request);
  if (path == "/accessibilite") return text_page(site, "accessibilite", "Accessibilité");
  if (path == "/vie-privee") return text_page(site, "vie-privee", "Vie privée");
  if (path == "/mentions") return text_page(site, "mentions", "Mentions légales");
  if (path == "/robots.txt") return plain_text(200, "User-agent: *\nDisallow: /\n");
  return not_found_page(site);
}

Response route(const Site& site, const Request& request) {
  if (const auto found = asset(site, request.path)) return *found;
  if (after(request.path, "/api/")) return api(site, request);
  if (auto id = after(request.path, "/document/")) return document_route(site, request, *id);
  if (auto id = after(request.path, "/situation/")) return situation_page(site, *id, request);
  if (auto format = after(request.path, "/guide/guide.")) return guide_file(site, *format);
  if (request.path == "/droit/changements") return law_changes_page(site);
  if (auto citation = after(request.path, "/droit/")) return article_page(site, *citation);
  return fixed_route(site, request);
}

Response busy() {
  Response response = plain_text(
      503, "Le service est très demandé. Rien n’est perdu : réessayez dans une minute.\n");
  response.headers.emplace_back("Retry-After", "30");
  return response;
}

Response answer(const Site& site, const Request& request) {
  if (auto refused = refusal(request, site.guard())) return *refused;
  try {
    return route(site, request);
  } catch (const Busy&) {
    return busy();
  } catch (const base::MachineError& error) {
    return plain_text(500, std::string(error.what()) + "\n");
  } catch (const std::exception&) {
    // what() may quote the case file: it is not shown, nor kept.
    return plain_text(500,
                      "Faute interne du programme. Revenez à la page précédente, enregistrez votre "
                      "dossier, et signalez ce que vous faisiez, sans joindre le dossier.\n");
  }
}

}  // namespace

Response respond(const Site& site, const Request& request) {
  Response response = answer(site, request);
  add_security_headers(response);
  return response;
}

}  // namespace web

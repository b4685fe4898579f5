#include "web/guard.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace web {
namespace {

// "[::1]:8080" → "[::1]", "Localhost:80" → "localhost".
std::string without_port(std::string_view host) {
  const auto bracket = host.find(']');
  const auto colon = host.find(':', bracket == std::string_view::npos ? 0 : bracket);
  std::string name(host.substr(0, colon));
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return name;
}

bool known_host(std::string_view host, const std::vector<std::string>& hosts) {
  return std::find(hosts.begin(), hosts.end(), without_port(host)) != hosts.end();
}

// Browsers say where a form was posted from by Sec-Fetch-Site, older ones by Origin; a program
// says neither, and no page of another site can make it act.
bool from_elsewhere(const Request& request) {
  const std::string_view site = request.header("sec-fetch-site");
  if (!site.empty()) return site != "same-origin" && site != "none";
  const std::string_view origin = request.header("origin");
  if (origin.empty()) return false;
  const auto scheme = origin.find("://");
  return scheme == std::string_view::npos || origin.substr(scheme + 3) != request.header("host");
}

bool known_type(std::string_view type) {
  const std::string name(base::trim(type.substr(0, type.find(';'))));
  return name == "application/x-www-form-urlencoded" || name == "multipart/form-data" ||
         name == "application/yaml" || name == "application/x-yaml" || name == "text/yaml" ||
         name == "text/plain" || name == "application/json";
}

}  // namespace

std::optional<Response> refusal(const Request& request, const GuardOptions& options) {
  if (!known_host(request.header("host"), options.hosts)) {
    return plain_text(421, "Cette adresse n’est pas celle de ce service.\n");
  }
  const bool post = request.method == "POST";
  if (!post && request.method != "GET" && request.method != "HEAD") {
    Response response = plain_text(405, "Cette méthode n’est pas permise.\n");
    response.headers.emplace_back("Allow", "GET, HEAD, POST");
    return response;
  }
  if (request.path.empty() || request.path[0] != '/' || request.path.size() > 1000 ||
      request.path.find('\0') != std::string::npos || base::invalid_utf8(request.path)) {
    return plain_text(400, "Cette adresse est mal écrite.\n");
  }
  if (!post) return std::nullopt;
  if (from_elsewhere(request)) {
    return plain_text(403, "Ce formulaire a été envoyé depuis un autre site : il est refusé.\n");
  }
  if (!request.header("content-encoding").empty() || !known_type(request.header("content-type"))) {
    return plain_text(415, "Ce type de contenu n’est pas accepté.\n");
  }
  if (request.body.size() > options.body) {
    return plain_text(413, "Ce qui est envoyé est trop long : quatre millions d’octets au plus.\n");
  }
  return std::nullopt;
}

void add_security_headers(Response& response) {
  auto& headers = response.headers;
  headers.emplace_back("Content-Security-Policy",
                       "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
                       "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
                       "frame-ancestors 'none'");
  headers.emplace_back("X-Content-Type-Options", "nosniff");
  headers.emplace_back("X-Frame-Options", "DENY");
  // Not « no-referrer »: browsers would then hide the origin of our own forms.
  headers.emplace_back("Referrer-Policy", "same-origin");
  headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
  headers.emplace_back("Permissions-Policy",
                       "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
  const bool cached = std::any_of(headers.begin(), headers.end(), [](const auto& header) {
    return header.first == "Cache-Control";
  });
  if (!cached) headers.emplace_back("Cache-Control", "no-store");
}

}  // namespace web

#include <malloc.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <iostream>
#include <memory>
#include <thread>

#include "cli/session.hpp"
#include "web/router.hpp"
#include "web/server.hpp"
#include "web/site.hpp"

namespace cli {
namespace {

std::vector<std::string> known_hosts(const ServeOptions& options) {
  std::vector<std::string> hosts = web::GuardOptions().hosts;
  const bool every_address = options.address == "0.0.0.0" || options.address == "::";
  if (!every_address) {
    hosts.push_back(options.address.find(':') == std::string::npos ? options.address
                                                                   : "[" + options.address + "]");
  }
  hosts.insert(hosts.end(), options.hosts.begin(), options.hosts.end());
  return hosts;
}

// SIGINT and SIGTERM, which every thread must leave to the one that waits for them.
sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

// Serves until a signal comes, then lets the requests at hand end.
void serve_until_stopped(web::Server& server, const sigset_t& signals) {
  std::thread serving([&server] { server.serve(); });
  int received = 0;
  sigwait(&signals, &received);
  server.stop();
  serving.join();
}

// Nothing if a page, a form or the law cannot be read; reported.
std::unique_ptr<web::Site> open_site(Session& session, web::SiteOptions options) {
  try {
    auto site = std::make_unique<web::Site>(std::move(options), session.diagnostics);
    if (!session.diagnostics.has_errors()) return site;
  } catch (const web::TemplateError& error) {
    session.diagnostics.error(base::Kind::content, {}, error.what(),
                              "Corrigez cette page du thème, ou de templates/web.");
  }
  return nullptr;
}

}  // namespace

void serve(Session& session, const ServeOptions& options) {
  if (options.port < 0 || options.port > 65535) {
    session.diagnostics.error(base::Kind::usage, {}, "--port attend un nombre de 0 à 65535.");
    return;
  }
  if (!options.theme.empty() && !std::filesystem::is_directory(options.theme)) {
    session.diagnostics.error(base::Kind::usage, {}, "--theme attend un dossier qui existe.");
    return;
  }
  const unsigned processors = std::max(2U, std::thread::hardware_concurrency());
  web::SiteOptions site_options;
  site_options.root = session.root;
  site_options.theme = options.theme;
  site_options.today = [] { return *default_day(); };
  site_options.engines = processors;
  site_options.version = session.version;
  site_options.guard.hosts = known_hosts(options);
  site_options.seal = web::Seal::random();
  const auto site = open_site(session, std::move(site_options));
  if (!site) return;

  // glibc would keep a store of freed memory for each thread: two are enough for the engines.
  mallopt(M_ARENA_MAX, 2);
  // Before any thread, so that all of them inherit it.
  const sigset_t signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  web::ServerOptions server_options;
  server_options.address = options.address;
  server_options.port = options.port;
  server_options.body = site->guard().body;
  web::Server server(server_options,
                     [&site](const web::Request& request) { return web::respond(*site, request); });
  const int port = server.open();
  if (port == 0) {
    session.diagnostics.error(base::Kind::output, {},
                              "cette adresse ou ce port ne peut pas être ouvert.",
                              "Un autre programme l’emploie peut-être : essayez --port 8081.");
    return;
  }
  const bool v6 = options.address.find(':') != std::string::npos;
  std::cout << "Ouvrez http://" << (v6 ? "[" : "") << options.address << (v6 ? "]" : "") << ':'
            << port << "/ dans votre navigateur. Ctrl+C pour arrêter." << std::endl;
  serve_until_stopped(server, signals);
}

}  // namespace cli

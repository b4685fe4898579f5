#include "web/guard.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "site_fixture.hpp"

namespace web {
namespace {

int status_of(const Request& request) {
  const auto refused = refusal(request, GuardOptions());
  return refused ? refused->status : 0;
}

Request with(Request request, const std::string& name, const std::string& value) {
  request.headers[name] = value;
  return request;
}

TEST(Guard, LetsOwnRequestsPass) {
  EXPECT_EQ(status_of(get("/")), 0);
  EXPECT_EQ(status_of(post("/delais", {})), 0);
  EXPECT_EQ(status_of(with(get("/"), "host", "[::1]:8080")), 0);
  EXPECT_EQ(status_of(with(get("/"), "host", "LOCALHOST")), 0);
}

TEST(Guard, RefusesAnotherNameForThisMachine) {
  for (const char* host :
       {"", "exemple.fr", "localhost.exemple.fr", "127.0.0.1.exemple.fr:8080",
        "localhost, exemple.fr", "exemple.fr@localhost", "[::1", "0.0.0.0:8080"}) {
    EXPECT_EQ(status_of(with(get("/"), "host", host)), 421) << host;
  }
}

TEST(Guard, RefusesAFormOfAnotherSite) {
  for (const char* origin :
       {"http://exemple.fr", "null", "http://localhost:9999", "http://localhost:8080.exemple.fr"}) {
    EXPECT_EQ(status_of(with(post("/delais", {}), "origin", origin)), 403) << origin;
  }
  for (const char* site : {"cross-site", "same-site"}) {
    EXPECT_EQ(status_of(with(post("/delais", {}), "sec-fetch-site", site)), 403) << site;
  }
}

TEST(Guard, AProgramSaysNeitherOriginNorSite) {
  Request request = post("/api/verifier/plainte", {});
  request.headers.erase("origin");
  EXPECT_EQ(status_of(with(request, "content-type", "application/yaml")), 0);
}

TEST(Guard, RefusesOtherMethodsTypesAndLengths) {
  Request request = post("/", {});
  request.method = "PUT";
  EXPECT_EQ(status_of(request), 405);
  EXPECT_EQ(status_of(with(post("/", {}), "content-type", "application/xml")), 415);
  EXPECT_EQ(status_of(with(post("/", {}), "content-encoding", "gzip")), 415);
  request = with(post("/", {}), "content-type", "text/plain");
  request.body.assign(4'000'001, 'x');
  EXPECT_EQ(status_of(request), 413);
}

TEST(Guard, RefusesMalformedPaths) {
  EXPECT_EQ(status_of(get("")), 400);
  EXPECT_EQ(status_of(get("sans-barre")), 400);
  EXPECT_EQ(status_of(get("/\xff")), 400);
  EXPECT_EQ(status_of(get(std::string("/a\0b", 4))), 400);
  EXPECT_EQ(status_of(get("/" + std::string(2000, 'a'))), 400);
}

TEST(Guard, EveryAnswerCarriesTheSecurityHeaders) {
  for (const char* path : {"/", "/nulle-part", "/api/documents", "/sante"}) {
    const Response response = respond(test_site(), get(path));
    const auto value = [&](const std::string& name) {
      const auto found = std::find_if(response.headers.begin(), response.headers.end(),
                                      [&](const auto& header) { return header.first == name; });
      return found == response.headers.end() ? std::string() : found->second;
    };
    EXPECT_TRUE(holds(value("Content-Security-Policy"), "default-src 'none'")) << path;
    EXPECT_FALSE(holds(value("Content-Security-Policy"), "unsafe")) << path;
    EXPECT_EQ(value("Cache-Control"), "no-store") << path;
    EXPECT_EQ(value("X-Content-Type-Options"), "nosniff") << path;
    EXPECT_EQ(value("Set-Cookie"), "") << path;
  }
}

}  // namespace
}  // namespace web

#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/engine.hpp"

namespace web {

// Every engine is at work and none came back in time: the answer is « 503, try again ».
struct Busy {};

// The pipeline's engines, which may not be shared between threads: as many documents are made at
// the same time as there are engines, the other requests wait, then are refused.
class EnginePool {
 public:
  EnginePool(const std::string& root, std::size_t count);

  struct GiveBack {
    EnginePool* pool = nullptr;
    void operator()(app::Engine* engine) const;
  };
  using Lease = std::unique_ptr<app::Engine, GiveBack>;

  // Throws Busy when none is free within `patience`.
  [[nodiscard]] Lease borrow(std::chrono::milliseconds patience);

 private:
  std::vector<std::unique_ptr<app::Engine>> engines_;
  std::vector<app::Engine*> free_;
  std::mutex mutex_;
  std::condition_variable returned_;
};

}  // namespace web

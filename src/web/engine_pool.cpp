#include "web/engine_pool.hpp"

namespace web {

EnginePool::EnginePool(const std::string& root, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    engines_.push_back(std::make_unique<app::Engine>(root));
    free_.push_back(engines_.back().get());
  }
}

EnginePool::Lease EnginePool::borrow(std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  if (!returned_.wait_for(lock, patience, [this] { return !free_.empty(); })) throw Busy{};
  app::Engine* engine = free_.back();
  free_.pop_back();
  return {engine, GiveBack{this}};
}

void EnginePool::GiveBack::operator()(app::Engine* engine) const {
  {
    const std::lock_guard lock(pool->mutex_);
    pool->free_.push_back(engine);
  }
  pool->returned_.notify_one();
}

}  // namespace web

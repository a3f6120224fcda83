// Flies a model of Gazebo Classic 11 in lock-step for one host, over one TCP connection of the loopback.
//
// gzserver starts paused and moves only when asked: a request says what to do and for how many physics steps, the reply
// tells where the model is then and brings the pictures of that very moment. Little-endian, nothing padded:
//
//   hello    u32 'JGZ1'  u64 token                                     plugin to host, once, when the cameras take pictures
//   request  u32 'JREQ'  u32 kind  u32 steps  u32 pictures (0: none wanted)  f64[7]
//              kind 0, fly:    vx vy vz yawRate (level body frame FLU, m/s, rad/s)  windX windY windZ (world, m/s)
//              kind 1, place:  x y z qw qx qy qz (world ENU, m); the model is held there
//   reply    u32 'JREP'  u32 contacts  f64[14] time  x y z  qw qx qy qz  velocity (world)  angular velocity (world)
//            then colour and depth, each:  f64 stamp  u32 width  u32 height  u32 bytes  data (0 bytes: no such camera)
//
// The environment names the host: JINK_GAZEBO_PORT and JINK_GAZEBO_TOKEN. When the host goes, so does gzserver.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <condition_variable>
#include <cstdlib>
#include <cstring>
#include <gazebo/gazebo.hh>
#include <gazebo/physics/physics.hh>
#include <gazebo/rendering/rendering.hh>
#include <gazebo/sensors/sensors.hh>
#include <mutex>
#include <thread>
#include <vector>

namespace {

using ignition::math::Pose3d;
using ignition::math::Quaterniond;
using ignition::math::Vector3d;

constexpr uint32_t kHello = 0x315a474a, kRequest = 0x5145524a, kReply = 0x5045524a;
constexpr uint32_t kFly = 0, kPlace = 1, kMostSteps = 100000;
constexpr int kFirstSteps = 160;
constexpr double kGravity = 9.81, kTilt = 225, kTiltRate = 30, kYaw = 12;

struct __attribute__((packed)) Hello { uint32_t magic; uint64_t token; };
struct Request { uint32_t magic, kind, steps, pictures; double v[7]; };
struct Reply { uint32_t magic, contacts; double v[14]; };
struct __attribute__((packed)) FrameHead { double stamp; uint32_t width, height, bytes; };

static_assert(sizeof(Request) == 72 && sizeof(Reply) == 120, "nothing padded");

struct Frame {
  FrameHead head{-1, 0, 0, 0};
  std::vector<char> data;
};

[[noreturn]] void end(const char *why) {
  std::cerr << "jink lock-step: " << why << std::endl;
  std::_Exit(3);
}

}  // namespace

namespace gazebo {

class LockStepPlugin : public ModelPlugin {
 public:
  void Load(physics::ModelPtr loaded, sdf::ElementPtr sdf) override {
    model = loaded;
    world = model->GetWorld();
    base = model->GetLink("base_link");
    if (!base) end("got no link base_link, wanted one in the model");
    gain = sdf->Get<double>("velocity_gain", 3.5).first;
    mostLevel = sdf->Get<double>("max_level_accel", 5).first;
    mostClimb = sdf->Get<double>("max_climb_accel", 3).first;
    mostYaw = sdf->Get<double>("max_yaw_accel", 10).first;
    drag = sdf->Get<double>("drag", 0).first;
    world->Physics()->GetContactManager()->SetNeverDropContacts(true);
    links.push_back(event::Events::ConnectWorldUpdateBegin([this](const common::UpdateInfo &) { control(); }));
    links.push_back(event::Events::ConnectWorldUpdateEnd([this] { countContacts(); }));
    std::thread([this] { serve(); }).detach();
  }

 private:
  physics::ModelPtr model;
  physics::WorldPtr world;
  physics::LinkPtr base;
  double gain, mostLevel, mostClimb, mostYaw, drag;
  std::vector<event::ConnectionPtr> links;
  sensors::CameraSensorPtr colourCamera;
  sensors::DepthCameraSensorPtr depthCamera;
  int host = -1;
  std::mutex guard;  // of all below
  std::condition_variable taken;
  Request order{kRequest, kFly, 0, 0, {}};
  Frame colour, depth;
  uint32_t contacts = 0;

  // One physics tick: a velocity controller over thrust and torques, as a flight controller has. Thrust acts along body
  // up, which is turned towards (acceleration wanted + drag felt + g up); so the model tilts before it accelerates.
  void control() {
    std::lock_guard<std::mutex> lock(guard);
    const double *v = order.v;
    if (order.kind == kPlace) {
      model->SetWorldPose(Pose3d(Vector3d(v[0], v[1], v[2]), Quaterniond(v[3], v[4], v[5], v[6])));
      model->SetLinearVel(Vector3d::Zero);
      model->SetAngularVel(Vector3d::Zero);
      return;
    }
    const Quaterniond turned = model->WorldPose().Rot();
    const Vector3d flown = model->WorldLinearVel(), wind(v[4], v[5], v[6]);
    const double c = std::cos(turned.Yaw()), s = std::sin(turned.Yaw());
    Vector3d level(gain * (c * v[0] - s * v[1] - flown.X()), gain * (s * v[0] + c * v[1] - flown.Y()), 0);
    if (level.Length() > mostLevel) level = level.Normalized() * mostLevel;
    const double climb = ignition::math::clamp(gain * (v[2] - flown.Z()), -mostClimb, mostClimb);
    const Vector3d lift = level + Vector3d(0, 0, climb + kGravity) + drag * flown;
    const Vector3d up = turned.RotateVector(Vector3d::UnitZ);
    const double mass = base->GetInertial()->Mass();
    base->AddForce(mass * (up * std::max(0.0, lift.Dot(up)) - drag * (flown - wind)));
    const Vector3d tilt = turned.RotateVectorReverse(up.Cross(lift.Normalized()));
    const Vector3d rate = turned.RotateVectorReverse(Vector3d(0, 0, v[3]) - model->WorldAngularVel());
    const auto inertia = base->GetInertial()->PrincipalMoments();
    base->AddRelativeTorque(Vector3d(inertia.X() * (kTilt * tilt.X() + kTiltRate * rate.X()),
                                     inertia.Y() * (kTilt * tilt.Y() + kTiltRate * rate.Y()),
                                     inertia.Z() * ignition::math::clamp(kYaw * rate.Z(), -mostYaw, mostYaw)));
  }

  void countContacts() {
    auto *all = world->Physics()->GetContactManager();
    uint32_t mine = 0;
    for (unsigned i = 0; i < all->GetContactCount(); ++i) {
      const auto *c = all->GetContact(i);
      if (c->count > 0 && c->collision1 && c->collision2)
        mine += c->collision1->GetModel() == model || c->collision2->GetModel() == model;
    }
    std::lock_guard<std::mutex> lock(guard);
    contacts += mine;
  }

  // Sensors are made after the models, on another thread: until then the host waits for its hello.
  void findCameras() {
    const unsigned wanted = model->GetSensorCount();
    for (int tries = 0; tries < 3000; ++tries) {
      unsigned found = 0;
      for (const auto &sensor : sensors::SensorManager::Instance()->GetSensors()) {
        // A depth camera is a camera too, for this cast.
        const auto deep = std::dynamic_pointer_cast<sensors::DepthCameraSensor>(sensor);
        const auto flat = std::dynamic_pointer_cast<sensors::CameraSensor>(sensor);
        if (deep && deep->DepthCamera()) { depthCamera = deep; ++found; }
        if (!deep && flat && flat->Camera()) { colourCamera = flat; ++found; }
      }
      if (found == wanted && sensors::SensorManager::Instance()->SensorsInitialized()) break;
      if (tries == 2999) end("got no cameras within 30 s, wanted those of the model: is there a display?");
      common::Time::MSleep(10);
    }
    if (colourCamera)
      links.push_back(colourCamera->Camera()->ConnectNewImageFrame(
          [this](const unsigned char *d, unsigned w, unsigned h, unsigned channels, const std::string &) {
            keep(colour, d, w, h, channels, colourCamera->LastMeasurementTime());
          }));
    if (depthCamera)
      links.push_back(depthCamera->DepthCamera()->ConnectNewDepthFrame(
          [this](const float *d, unsigned w, unsigned h, unsigned, const std::string &) {
            keep(depth, d, w, h, sizeof(float), depthCamera->LastMeasurementTime());
          }));
  }

  // The cameras' first picture may still be some steps away: physics waits only for cameras that are under way.
  void awaitPictures() {
    const Pose3d p = model->WorldPose();
    order = {kRequest, kPlace, 1, 0, {p.Pos().X(), p.Pos().Y(), p.Pos().Z(), p.Rot().W(), p.Rot().X(), p.Rot().Y(),
        p.Rot().Z()}};
    for (int steps = 0; steps < kFirstSteps; ++steps) {
      world->Step(1);
      std::unique_lock<std::mutex> lock(guard);
      if (taken.wait_for(lock, std::chrono::milliseconds(steps < 10 ? 5 : 50), [&] {
            return (!colourCamera || colour.head.bytes) && (!depthCamera || depth.head.bytes);
          })) return;
    }
    end("got no picture in the first steps, wanted one of each camera");
  }

  void keep(Frame &frame, const void *data, unsigned w, unsigned h, unsigned bytes, const common::Time &stamp) {
    std::lock_guard<std::mutex> lock(guard);
    frame.head = FrameHead{stamp.Double(), w, h, w * h * bytes};
    frame.data.assign(static_cast<const char *>(data), static_cast<const char *>(data) + frame.head.bytes);
    taken.notify_all();
  }

  void serve() {
    const char *port = std::getenv("JINK_GAZEBO_PORT"), *token = std::getenv("JINK_GAZEBO_TOKEN");
    if (!port || !token) end("got no JINK_GAZEBO_PORT or no JINK_GAZEBO_TOKEN, wanted both in the environment");
    findCameras();
    awaitPictures();
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(std::atoi(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    host = socket(AF_INET, SOCK_STREAM, 0);
    const int one = 1;
    setsockopt(host, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    if (connect(host, reinterpret_cast<sockaddr *>(&address), sizeof address)) end("the host does not listen");
    const Hello hello{kHello, std::strtoull(token, nullptr, 16)};
    write(&hello, sizeof hello);
    for (Request next; read(&next, sizeof next);) {
      if (next.magic != kRequest || next.kind > kPlace || next.steps > kMostSteps) end("got a request that is none");
      answer(next);
    }
    end("the host has gone");
  }

  void answer(const Request &next) {
    {
      std::lock_guard<std::mutex> lock(guard);
      order = next;
      contacts = 0;
    }
    if (next.steps) world->Step(next.steps);
    const double now = world->SimTime().Double();
    std::unique_lock<std::mutex> lock(guard);
    // A picture that does not come is the host's to judge, by its stamp.
    if (next.pictures) taken.wait_for(lock, std::chrono::seconds(5), [&] {
      return (!colourCamera || colour.head.stamp > now - 1e-6) && (!depthCamera || depth.head.stamp > now - 1e-6);
    });
    const Frame none, seen = next.pictures ? colour : none, deep = next.pictures ? depth : none;
    const uint32_t touched = contacts;
    lock.unlock();
    const Pose3d p = model->WorldPose();
    const Vector3d lin = model->WorldLinearVel(), ang = model->WorldAngularVel();
    const Reply reply{kReply, touched, {now, p.Pos().X(), p.Pos().Y(), p.Pos().Z(), p.Rot().W(), p.Rot().X(), p.Rot().Y(),
        p.Rot().Z(), lin.X(), lin.Y(), lin.Z(), ang.X(), ang.Y(), ang.Z()}};
    write(&reply, sizeof reply);
    for (const Frame *frame : {&seen, &deep}) {
      write(&frame->head, sizeof frame->head);
      write(frame->data.data(), frame->data.size());
    }
  }

  bool read(void *into, size_t bytes) {
    return recv(host, into, bytes, MSG_WAITALL) == static_cast<ssize_t>(bytes);
  }

  void write(const void *from, size_t bytes) {
    for (const char *at = static_cast<const char *>(from); bytes > 0;) {
      const ssize_t sent = send(host, at, bytes, MSG_NOSIGNAL);
      if (sent <= 0) end("the host has gone");
      at += sent;
      bytes -= sent;
    }
  }
};

GZ_REGISTER_MODEL_PLUGIN(LockStepPlugin)

}  // namespace gazebo

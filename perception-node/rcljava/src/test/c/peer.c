// A ROS 2 participant of another vendor, Cyclone DDS, for tests.
//
//   peer DOMAIN camera WIDTH HEIGHT ENCODING HZ COUNT reliable|best_effort
//       publishes rt/image_raw, the pixel at byte i of frame n being (7 i + i/step + 13 n) mod 256, and prints the
//       rt/cmd_vel it receives
//   peer DOMAIN viewer COUNT
//       receives rt/image_raw, prints each, and answers on rt/cmd_vel: stamp and frame of the picture, linear
//       width, height, step; angular the data's length, its CRC-32, its first byte
//   peer DOMAIN flight WIDTH HEIGHT HZ COUNT TAIL
//       is the camera and the flight controller of a drone that looks north: publishes rt/image_raw, rt/odometry,
//       rt/fmu/out/vehicle_odometry and rt/cmd_vel_in, prints what it receives on the topics of px4, ardupilot and
//       mavros, each with the milliseconds since the first picture, and listens for TAIL milliseconds after the last
//   peer DOMAIN timed WIDTH HEIGHT ENCODING HZ COUNT
//       publishes rt/image_raw to a fixed schedule and prints how long it took until the command for a picture came
//       back on rt/cmd_vel, from the time the picture was due: percentiles, in ms
//   peer DOMAIN simulator COUNT
//       is a simulator at half of real time: rt/clock at 100 Hz from second 1000 on, COUNT pictures on rt/image_raw,
//       20 of them in a real second, stamped with it; then it starts again at second 500. Prints the rt/cmd_vel it receives
//   peer DOMAIN rosout COUNT
//       comes late to rt/rosout, as any listener does, and prints COUNT lines: level, logger, text
//   peer DOMAIN views NODE COUNT
//       receives NODE's debug_image and markers, COUNT of each: prints a picture's frame, size, encoding, step, and how
//       many of its pixels are coloured, and of each marker namespace, frame, type, action and corners
//   peer DOMAIN endpoint publisher|subscription TOPIC
//       prints type and user data that somebody's endpoint of rt/TOPIC is discovered with
//   peer DOMAIN tf
//       comes late to rt/tf_static, as any listener of tf2 does, and prints the transforms of the first message: parent,
//       child, translation, rotation x y z w
//   peer DOMAIN call NODE get_state | change_state ID | describe NAME | get NAME | set NAME DOUBLE
//       asks one of a node's services as a client of rmw_cyclonedds does, and prints the answer
//   peer DOMAIN mirror TYPE COUNT
//       receives rt/mirror_in of a type such as Odometry, and sends what it understood on rt/mirror_out
//
// Prints "matched MILLISECONDS" once it sees the other side, and "done" at the end. Gives up after 30 seconds.
#include "dds/dds.h"
#include "ros.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define GIVE_UP DDS_SECS(30)

typedef sensor_msgs_msg_dds__Image_ Image;
typedef geometry_msgs_msg_dds__TwistStamped_ TwistStamped;

static dds_entity_t participant;

static void fail(const char *what, dds_return_t code) {
  printf("failed: %s: %s\n", what, dds_strretcode(-code));
  exit(1);
}

static dds_entity_t check(const char *what, dds_entity_t entity) {
  if (entity < 0) fail(what, entity);
  return entity;
}

static dds_entity_t topic(const char *name, const dds_topic_descriptor_t *type) {
  return check(name, dds_create_topic(participant, type, name, NULL, NULL));
}

static dds_qos_t *qos(int reliable, int depth) {
  dds_qos_t *q = dds_create_qos();
  dds_qset_reliability(q, reliable ? DDS_RELIABILITY_RELIABLE : DDS_RELIABILITY_BEST_EFFORT, DDS_SECS(1));
  dds_qset_history(q, DDS_HISTORY_KEEP_LAST, depth);
  return q;
}

static uint32_t crc32(const uint8_t *bytes, uint32_t length) {
  uint32_t crc = 0xffffffffu;
  for (uint32_t i = 0; i < length; i++) {
    crc ^= bytes[i];
    for (int bit = 0; bit < 8; bit++) crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0);
  }
  return ~crc;
}

static void wait_for_match(dds_entity_t writer, dds_entity_t reader) {
  dds_time_t start = dds_time();
  for (;;) {
    dds_publication_matched_status_t out;
    dds_subscription_matched_status_t in;
    dds_get_publication_matched_status(writer, &out);
    dds_get_subscription_matched_status(reader, &in);
    if (out.current_count > 0 && in.current_count > 0) break;
    if (dds_time() - start > GIVE_UP) {
      printf("failed: no match: %u readers, %u writers\n", out.current_count, in.current_count);
      exit(2);
    }
    dds_sleepfor(DDS_MSECS(5));
  }
  printf("matched %lld\n", (long long)((dds_time() - start) / 1000000));
}

/* Takes one sample when there is one; give it back with dds_return_loan. */
static int take(dds_entity_t reader, void **sample) {
  dds_sample_info_t info;
  *sample = NULL;
  int n = dds_take(reader, sample, &info, 1, 1);
  if (n < 0) fail("take", n);
  if (n == 1 && !info.valid_data) {
    dds_return_loan(reader, sample, 1);
    n = 0;
  }
  return n;
}

static void print_cmd_vel(dds_entity_t reader) {
  void *sample;
  while (take(reader, &sample)) {
    TwistStamped *m = sample;
    printf("cmd_vel %d %u %s %.17g %.17g %.17g %.17g %.17g %.17g\n", m->header.stamp.sec, m->header.stamp.nanosec,
           m->header.frame_id, m->twist.linear.x, m->twist.linear.y, m->twist.linear.z, m->twist.angular.x,
           m->twist.angular.y, m->twist.angular.z);
    dds_return_loan(reader, &sample, 1);
  }
}

static void camera(int width, int height, char *encoding, double hz, int count, int reliable) {
  uint32_t step = (uint32_t)width * (strcmp(encoding, "mono8") == 0 ? 1 : 3);
  dds_entity_t writer = check("image_raw writer", dds_create_writer(participant,
      topic("rt/image_raw", &sensor_msgs_msg_dds__Image__desc), qos(reliable, reliable ? 5 : 1), NULL));
  dds_entity_t reader = check("cmd_vel reader", dds_create_reader(participant,
      topic("rt/cmd_vel", &geometry_msgs_msg_dds__TwistStamped__desc), qos(1, 10), NULL));
  wait_for_match(writer, reader);
  Image m = {.header.frame_id = "camera_optical", .height = (uint32_t)height, .width = (uint32_t)width,
             .encoding = encoding, .is_bigendian = 0, .step = step};
  m.data._length = m.data._maximum = step * (uint32_t)height;
  m.data._buffer = malloc(m.data._length);
  dds_time_t next = dds_time();
  for (int n = 0; n < count; n++) {
    for (uint32_t i = 0; i < m.data._length; i++) m.data._buffer[i] = (uint8_t)(7 * i + i / step + 13 * (uint32_t)n);
    dds_time_t now = dds_time();
    m.header.stamp.sec = (int32_t)(now / 1000000000);
    m.header.stamp.nanosec = (uint32_t)(now % 1000000000);
    dds_return_t rc = dds_write(writer, &m);
    if (rc < 0) fail("write", rc);
    next += (dds_time_t)(1e9 / hz);
    while (dds_time() < next) {
      print_cmd_vel(reader);
      dds_sleepfor(DDS_MSECS(1));
    }
  }
  dds_sleepfor(DDS_MSECS(500));
  print_cmd_vel(reader);
}

static builtin_interfaces_msg_dds__Time_ stamp_of(dds_time_t time) {
  return (builtin_interfaces_msg_dds__Time_){.sec = (int32_t)(time / 1000000000), .nanosec = (uint32_t)(time % 1000000000)};
}

static void simulator(int count) {
  dds_entity_t clocks = check("clock writer", dds_create_writer(participant,
      topic("rt/clock", &rosgraph_msgs_msg_dds__Clock__desc), qos(1, 10), NULL));
  dds_entity_t images = check("image_raw writer", dds_create_writer(participant,
      topic("rt/image_raw", &sensor_msgs_msg_dds__Image__desc), qos(1, 5), NULL));
  dds_entity_t reader = check("cmd_vel reader", dds_create_reader(participant,
      topic("rt/cmd_vel", &geometry_msgs_msg_dds__TwistStamped__desc), qos(1, 10), NULL));
  wait_for_match(images, reader);
  wait_for_match(clocks, reader);
  Image m = {.header.frame_id = "camera", .height = 240, .width = 320, .encoding = "mono8", .step = 320};
  m.data._length = m.data._maximum = 320 * 240;
  m.data._buffer = malloc(m.data._length);
  dds_time_t next = dds_time();
  for (int tick = 0; tick < 10 * count; tick++) {
    dds_time_t now = DDS_SECS(tick < 5 * count ? 1000 : 500) + tick % (5 * count) * DDS_MSECS(5);
    rosgraph_msgs_msg_dds__Clock_ c = {.clock = stamp_of(now)};
    dds_return_t rc = dds_write(clocks, &c);
    if (rc < 0) fail("write", rc);
    /* Pictures begin when the time is known: discovery of the one topic may come before that of the other. */
    if (tick % 5 == 4) {
      for (uint32_t i = 0; i < m.data._length; i++) m.data._buffer[i] = (uint8_t)(7 * i + i / m.step + 13 * (uint32_t)tick);
      m.header.stamp = c.clock;
      rc = dds_write(images, &m);
      if (rc < 0) fail("write", rc);
    }
    next += DDS_MSECS(10);
    while (dds_time() < next) {
      print_cmd_vel(reader);
      dds_sleepfor(DDS_MSECS(1));
    }
  }
  print_cmd_vel(reader);
}

static void viewer(int count) {
  dds_entity_t reader = check("image_raw reader", dds_create_reader(participant,
      topic("rt/image_raw", &sensor_msgs_msg_dds__Image__desc), qos(0, 5), NULL));
  dds_entity_t writer = check("cmd_vel writer", dds_create_writer(participant,
      topic("rt/cmd_vel", &geometry_msgs_msg_dds__TwistStamped__desc), qos(1, 10), NULL));
  wait_for_match(writer, reader);
  dds_time_t start = dds_time();
  for (int n = 0; n < count && dds_time() - start < GIVE_UP;) {
    void *sample;
    if (!take(reader, &sample)) {
      dds_sleepfor(DDS_MSECS(1));
      continue;
    }
    n++;
    Image *m = sample;
    uint32_t crc = crc32(m->data._buffer, m->data._length);
    printf("image %d %u %s %u %u %s %u %u %u %u\n", m->header.stamp.sec, m->header.stamp.nanosec, m->header.frame_id,
           m->height, m->width, m->encoding, m->is_bigendian, m->step, m->data._length, crc);
    TwistStamped answer = {.header = m->header};
    answer.twist.linear.x = m->width;
    answer.twist.linear.y = m->height;
    answer.twist.linear.z = m->step;
    answer.twist.angular.x = m->data._length;
    answer.twist.angular.y = crc;
    answer.twist.angular.z = m->data._length > 0 ? m->data._buffer[0] : -1;
    dds_return_t rc = dds_write(writer, &answer);
    if (rc < 0) fail("write", rc);
    dds_return_loan(reader, &sample, 1);
  }
  dds_sleepfor(DDS_MSECS(500));
}

static dds_time_t first_picture;

static int since(void) { return (int)((dds_time() - first_picture) / 1000000); }

static dds_entity_t reader_of(const char *name, const dds_topic_descriptor_t *type) {
  return check(name, dds_create_reader(participant, topic(name, type), qos(0, 20), NULL));
}

static dds_entity_t writer_of(const char *name, const dds_topic_descriptor_t *type, int reliable) {
  return check(name, dds_create_writer(participant, topic(name, type), qos(reliable, 5), NULL));
}

static void print_mode(void *sample) {
  px4_msgs_msg_dds__OffboardControlMode_ *m = sample;
  printf("mode %d %llu %d %d %d %d %d %d %d\n", since(), (unsigned long long)m->timestamp, m->position, m->velocity,
         m->acceleration, m->attitude, m->body_rate, m->thrust_and_torque, m->direct_actuator);
}

static void print_setpoint(void *sample) {
  px4_msgs_msg_dds__TrajectorySetpoint_ *m = sample;
  printf("setpoint %d %llu", since(), (unsigned long long)m->timestamp);
  for (int i = 0; i < 3; i++) printf(" %g %g %g %g", m->position[i], m->velocity[i], m->acceleration[i], m->jerk[i]);
  printf(" %g %g\n", m->yaw, m->yawspeed);
}

static void print_distance(void *sample) {
  px4_msgs_msg_dds__ObstacleDistance_ *m = sample;
  printf("distance %d %llu %u %u %g %u %u %g", since(), (unsigned long long)m->timestamp, m->frame, m->sensor_type,
         m->increment, m->min_distance, m->max_distance, m->angle_offset);
  for (int i = 0; i < 72; i++) printf(" %u", m->distances[i]);
  printf("\n");
}

static void print_twist(const char *word, void *sample) {
  TwistStamped *m = sample;
  printf("%s %d %s %g %g %g %g\n", word, since(), m->header.frame_id, m->twist.linear.x, m->twist.linear.y,
         m->twist.linear.z, m->twist.angular.z);
}

static void print_ardupilot(void *sample) { print_twist("ardupilot", sample); }

static void print_mavros(void *sample) { print_twist("mavros", sample); }

static void print_scan(void *sample) {
  sensor_msgs_msg_dds__LaserScan_ *m = sample;
  printf("scan %d %g %g %g %g %g", since(), m->angle_min, m->angle_max, m->angle_increment, m->range_min, m->range_max);
  for (uint32_t i = 0; i < m->ranges._length; i++) printf(" %g", m->ranges._buffer[i]);
  printf("\n");
}

static void flight(int width, int height, double hz, int count, int tail_ms) {
  struct {
    dds_entity_t reader;
    void (*print)(void *);
  } heard[] = {
      {reader_of("rt/fmu/in/offboard_control_mode", &px4_msgs_msg_dds__OffboardControlMode__desc), print_mode},
      {reader_of("rt/fmu/in/trajectory_setpoint", &px4_msgs_msg_dds__TrajectorySetpoint__desc), print_setpoint},
      {reader_of("rt/fmu/in/obstacle_distance", &px4_msgs_msg_dds__ObstacleDistance__desc), print_distance},
      {reader_of("rt/ap/cmd_vel", &geometry_msgs_msg_dds__TwistStamped__desc), print_ardupilot},
      {reader_of("rt/mavros/setpoint_velocity/cmd_vel", &geometry_msgs_msg_dds__TwistStamped__desc), print_mavros},
      {reader_of("rt/mavros/obstacle/send", &sensor_msgs_msg_dds__LaserScan__desc), print_scan}};
  dds_entity_t images = writer_of("rt/image_raw", &sensor_msgs_msg_dds__Image__desc, 1);
  dds_entity_t odometry = writer_of("rt/odometry", &nav_msgs_msg_dds__Odometry__desc, 1);
  dds_entity_t vehicle = writer_of("rt/fmu/out/vehicle_odometry", &px4_msgs_msg_dds__VehicleOdometry__desc, 0);
  dds_entity_t wanted = writer_of("rt/cmd_vel_in", &geometry_msgs_msg_dds__TwistStamped__desc, 1);
  dds_time_t start = dds_time();
  for (dds_publication_matched_status_t out = {0}; out.current_count == 0;) {
    dds_get_publication_matched_status(images, &out);
    if (dds_time() - start > GIVE_UP) {
      printf("failed: nobody looks at the pictures\n");
      exit(2);
    }
    dds_sleepfor(DDS_MSECS(5));
  }
  dds_sleepfor(DDS_MSECS(500));
  printf("matched %lld\n", (long long)((dds_time() - start) / 1000000));
  Image m = {.header.frame_id = "camera", .height = (uint32_t)height, .width = (uint32_t)width, .encoding = "mono8",
             .is_bigendian = 0, .step = (uint32_t)width};
  m.data._length = m.data._maximum = m.step * m.height;
  m.data._buffer = malloc(m.data._length);
  /* Nose north, level, at 1 m/s ahead: no turn at all in NED, a quarter turn to the left in ENU. */
  nav_msgs_msg_dds__Odometry_ ros = {.header.frame_id = "odom", .child_frame_id = "base_link"};
  ros.pose.pose.orientation.z = ros.pose.pose.orientation.w = 0.70710678118654752;
  ros.pose.pose.position.z = 5;
  ros.twist.twist.linear.x = 1;
  px4_msgs_msg_dds__VehicleOdometry_ px4 = {.pose_frame = 1, .q = {1, 0, 0, 0}, .velocity_frame = 1};
  px4.position[2] = -5;
  px4.velocity[0] = 1;
  TwistStamped want = {.header.frame_id = "base_link"};
  want.twist.linear.x = 1;
  first_picture = dds_time();
  dds_time_t next = first_picture;
  dds_time_t end = first_picture + (dds_time_t)(count * 1e9 / hz) + DDS_MSECS(tail_ms);
  for (int n = 0; dds_time() < end; n++) {
    dds_time_t now = dds_time();
    dds_write(odometry, &ros);
    px4.timestamp = px4.timestamp_sample = (uint64_t)(now / 1000);
    dds_write(vehicle, &px4);
    dds_write(wanted, &want);
    if (n < count) {
      for (uint32_t i = 0; i < m.data._length; i++) m.data._buffer[i] = (uint8_t)(7 * i + i / m.step + 13 * (uint32_t)n);
      m.header.stamp.sec = (int32_t)(now / 1000000000);
      m.header.stamp.nanosec = (uint32_t)(now % 1000000000);
      dds_return_t rc = dds_write(images, &m);
      if (rc < 0) fail("write", rc);
    }
    next += (dds_time_t)(1e9 / hz);
    while (dds_time() < next) {
      for (size_t i = 0; i < sizeof heard / sizeof *heard; i++) {
        void *sample;
        while (take(heard[i].reader, &sample)) {
          heard[i].print(sample);
          dds_return_loan(heard[i].reader, &sample, 1);
        }
      }
      dds_sleepfor(DDS_MSECS(1));
    }
  }
}

static const dds_topic_descriptor_t *descriptor(const char *type) {
  static const dds_topic_descriptor_t *const all[] = {
      &std_msgs_msg_dds__Header__desc, &std_msgs_msg_dds__String__desc, &geometry_msgs_msg_dds__PoseStamped__desc,
      &geometry_msgs_msg_dds__TwistStamped__desc, &nav_msgs_msg_dds__Odometry__desc, &sensor_msgs_msg_dds__Image__desc,
      &sensor_msgs_msg_dds__CompressedImage__desc, &sensor_msgs_msg_dds__CameraInfo__desc,
      &sensor_msgs_msg_dds__LaserScan__desc, &diagnostic_msgs_msg_dds__DiagnosticArray__desc,
      &tf2_msgs_msg_dds__TFMessage__desc, &lifecycle_msgs_msg_dds__TransitionEvent__desc,
      &rcl_interfaces_msg_dds__ParameterEvent__desc, &rcl_interfaces_msg_dds__Log__desc,
      &rosgraph_msgs_msg_dds__Clock__desc, &visualization_msgs_msg_dds__MarkerArray__desc,
      &px4_msgs_msg_dds__OffboardControlMode__desc, &px4_msgs_msg_dds__TrajectorySetpoint__desc,
      &px4_msgs_msg_dds__ObstacleDistance__desc, &px4_msgs_msg_dds__VehicleOdometry__desc};
  char ending[64];
  snprintf(ending, sizeof ending, "::%s_", type);
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
    const char *name = all[i]->m_typename;
    if (strlen(name) > strlen(ending) && strcmp(name + strlen(name) - strlen(ending), ending) == 0) return all[i];
  }
  printf("failed: no such type: %s\n", type);
  exit(1);
}

static void mirror(const char *type, int count) {
  const dds_topic_descriptor_t *d = descriptor(type);
  dds_entity_t reader = check("reader", dds_create_reader(participant, topic("rt/mirror_in", d), qos(1, 10), NULL));
  dds_entity_t writer = check("writer", dds_create_writer(participant, topic("rt/mirror_out", d), qos(1, 10), NULL));
  wait_for_match(writer, reader);
  dds_time_t start = dds_time();
  for (int n = 0; n < count && dds_time() - start < GIVE_UP;) {
    void *sample;
    if (!take(reader, &sample)) {
      dds_sleepfor(DDS_MSECS(1));
      continue;
    }
    n++;
    dds_return_t rc = dds_write(writer, sample);
    if (rc < 0) fail("write", rc);
    dds_return_loan(reader, &sample, 1);
  }
  dds_sleepfor(DDS_MSECS(500));
}

static void rosout(int count) {
  dds_qos_t *latched = qos(1, 1000);
  dds_qset_durability(latched, DDS_DURABILITY_TRANSIENT_LOCAL);
  dds_qset_lifespan(latched, DDS_SECS(10));
  dds_entity_t reader = check("rosout reader", dds_create_reader(participant,
      topic("rt/rosout", &rcl_interfaces_msg_dds__Log__desc), latched, NULL));
  dds_time_t start = dds_time();
  for (int n = 0; n < count && dds_time() - start < GIVE_UP;) {
    void *sample;
    if (!take(reader, &sample)) {
      dds_sleepfor(DDS_MSECS(1));
      continue;
    }
    n++;
    rcl_interfaces_msg_dds__Log_ *m = sample;
    printf("log %d %s %s\n", m->level, m->name, m->msg);
    dds_return_loan(reader, &sample, 1);
  }
}

static void views(const char *node, int count) {
  char name[256];
  snprintf(name, sizeof name, "rt%s/debug_image", node);
  dds_entity_t images = reader_of(name, &sensor_msgs_msg_dds__Image__desc);
  snprintf(name, sizeof name, "rt%s/markers", node);
  dds_entity_t arrays = reader_of(name, &visualization_msgs_msg_dds__MarkerArray__desc);
  int pictures = 0, sets = 0;
  for (dds_time_t start = dds_time(); (pictures < count || sets < count) && dds_time() - start < GIVE_UP;) {
    void *sample;
    if (take(images, &sample)) {
      Image *m = sample;
      int coloured = 0;
      for (uint32_t i = 0; i + 2 < m->data._length; i += 3)
        coloured += m->data._buffer[i] != m->data._buffer[i + 1] || m->data._buffer[i] != m->data._buffer[i + 2];
      printf("debug_image %s %u %u %s %u %d\n", m->header.frame_id, m->width, m->height, m->encoding, m->step, coloured);
      dds_return_loan(images, &sample, 1);
      pictures++;
    }
    if (take(arrays, &sample)) {
      visualization_msgs_msg_dds__MarkerArray_ *a = sample;
      for (uint32_t i = 0; i < a->markers._length; i++) {
        visualization_msgs_msg_dds__Marker_ *m = &a->markers._buffer[i];
        printf("marker %s %s %d %d %u %u\n", m->ns, m->header.frame_id, m->type, m->action, m->points._length,
               m->colors._length);
      }
      dds_return_loan(arrays, &sample, 1);
      sets++;
    }
    dds_sleepfor(DDS_MSECS(1));
  }
}

static void endpoint(int writers, const char *name) {
  dds_entity_t reader = check("endpoints", dds_create_reader(participant,
      writers ? DDS_BUILTIN_TOPIC_DCPSPUBLICATION : DDS_BUILTIN_TOPIC_DCPSSUBSCRIPTION, NULL, NULL));
  char wanted[256];
  snprintf(wanted, sizeof wanted, "rt/%s", name);
  for (dds_time_t start = dds_time(); dds_time() - start < GIVE_UP; dds_sleepfor(DDS_MSECS(5))) {
    void *sample;
    while (take(reader, &sample)) {
      dds_builtintopic_endpoint_t *one = sample;
      void *data = NULL;
      size_t length = 0;
      if (strcmp(one->topic_name, wanted) == 0) {
        dds_qget_userdata(one->qos, &data, &length);
        printf("discovered %s %.*s\n", one->type_name, (int)length, data ? (char *)data : "");
        return;
      }
      dds_return_loan(reader, &sample, 1);
    }
  }
  fail("no such endpoint", DDS_RETCODE_TIMEOUT);
}

static void tf(void) {
  dds_qos_t *latched = qos(1, 100);
  dds_qset_durability(latched, DDS_DURABILITY_TRANSIENT_LOCAL);
  dds_entity_t reader = check("tf_static reader", dds_create_reader(participant,
      topic("rt/tf_static", &tf2_msgs_msg_dds__TFMessage__desc), latched, NULL));
  void *sample;
  for (dds_time_t start = dds_time(); !take(reader, &sample); dds_sleepfor(DDS_MSECS(1)))
    if (dds_time() - start > GIVE_UP) fail("no transform", DDS_RETCODE_TIMEOUT);
  tf2_msgs_msg_dds__TFMessage_ *m = sample;
  for (uint32_t i = 0; i < m->transforms._length; i++) {
    geometry_msgs_msg_dds__TransformStamped_ *one = &m->transforms._buffer[i];
    geometry_msgs_msg_dds__Vector3_ *t = &one->transform.translation;
    geometry_msgs_msg_dds__Quaternion_ *q = &one->transform.rotation;
    printf("transform %s %s %.9f %.9f %.9f %.9f %.9f %.9f %.9f\n", one->header.frame_id, one->child_frame_id, t->x,
           t->y, t->z, q->x, q->y, q->z, q->w);
  }
  dds_return_loan(reader, &sample, 1);
}

/* Every request and response starts so. */
typedef struct {
  uint64_t client;
  int64_t number;
} Head;

/* Asks, and gives the answer to this request: others are for other clients. */
static void *ask(const char *node, const char *service, const dds_topic_descriptor_t *q, const dds_topic_descriptor_t *r,
                 void *request) {
  char name[256];
  snprintf(name, sizeof name, "rq%s/%sRequest", node, service);
  dds_entity_t writer = check("requests", dds_create_writer(participant, topic(name, q), qos(1, 10), NULL));
  snprintf(name, sizeof name, "rr%s/%sReply", node, service);
  dds_entity_t reader = check("answers", dds_create_reader(participant, topic(name, r), qos(1, 10), NULL));
  wait_for_match(writer, reader);
  Head *head = request;
  head->client = 0xfedcba9876543210u;
  head->number = 41;
  dds_return_t rc = dds_write(writer, request);
  if (rc < 0) fail("request", rc);
  void *sample;
  for (dds_time_t start = dds_time(); dds_time() - start < GIVE_UP; dds_sleepfor(DDS_MSECS(1)))
    if (take(reader, &sample)) {
      Head *answered = sample;
      if (answered->client == head->client && answered->number == head->number) return sample;
      dds_return_loan(reader, &sample, 1);
    }
  fail("no answer", DDS_RETCODE_TIMEOUT);
  return NULL;
}

#define ASK(TYPE, PACKAGE, SERVICE, REQUEST)                                                                           \
  ask(node, SERVICE, &PACKAGE##_srv_dds__##TYPE##_Request__desc, &PACKAGE##_srv_dds__##TYPE##_Response__desc, REQUEST)

static void call(const char *node, const char *what, char *name, char *value) {
  if (strcmp(what, "get_state") == 0) {
    lifecycle_msgs_srv_dds__GetState_Request_ q = {0};
    lifecycle_msgs_srv_dds__GetState_Response_ *a = ASK(GetState, lifecycle_msgs, "get_state", &q);
    printf("state %d %s\n", a->current_state.id, a->current_state.label);
  } else if (strcmp(what, "change_state") == 0) {
    lifecycle_msgs_srv_dds__ChangeState_Request_ q = {.transition = {.id = (uint8_t)atoi(name), .label = ""}};
    lifecycle_msgs_srv_dds__ChangeState_Response_ *a = ASK(ChangeState, lifecycle_msgs, "change_state", &q);
    printf("changed %d\n", a->success);
  } else if (strcmp(what, "describe") == 0) {
    rcl_interfaces_srv_dds__DescribeParameters_Request_ q = {.names = {1, 1, &name, false}};
    rcl_interfaces_srv_dds__DescribeParameters_Response_ *a =
        ASK(DescribeParameters, rcl_interfaces, "describe_parameters", &q);
    printf("described %u", a->descriptors._length);
    for (uint32_t i = 0; i < a->descriptors._length; i++) {
      rcl_interfaces_msg_dds__ParameterDescriptor_ *d = &a->descriptors._buffer[i];
      printf(" %s type %d read-only %d", d->name, d->type, d->read_only);
      for (uint32_t k = 0; k < d->floating_point_range._length; k++)
        printf(" from %g to %g", d->floating_point_range._buffer[k].from_value,
               d->floating_point_range._buffer[k].to_value);
      printf(": %s", d->description);
    }
    printf("\n");
  } else if (strcmp(what, "get") == 0) {
    rcl_interfaces_srv_dds__GetParameters_Request_ q = {.names = {1, 1, &name, false}};
    rcl_interfaces_srv_dds__GetParameters_Response_ *a = ASK(GetParameters, rcl_interfaces, "get_parameters", &q);
    rcl_interfaces_msg_dds__ParameterValue_ *v = a->values._buffer;
    printf("value %d %g '%s'\n", v->type, v->double_value, v->string_value);
  } else {
    rcl_interfaces_msg_dds__Parameter_ p = {
        .name = name, .value = {.type = 3, .double_value = atof(value), .string_value = ""}};
    rcl_interfaces_srv_dds__SetParameters_Request_ q = {.parameters = {1, 1, &p, false}};
    rcl_interfaces_srv_dds__SetParameters_Response_ *a = ASK(SetParameters, rcl_interfaces, "set_parameters", &q);
    printf("set %d %s\n", a->results._buffer[0].successful, a->results._buffer[0].reason);
  }
}

static int smaller(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static void timed(int width, int height, char *encoding, double hz, int count) {
  uint32_t step = (uint32_t)width * (strcmp(encoding, "mono8") == 0 ? 1 : 3);
  dds_entity_t writer = check("image_raw writer", dds_create_writer(participant,
      topic("rt/image_raw", &sensor_msgs_msg_dds__Image__desc), qos(1, 1), NULL));
  dds_entity_t reader = check("cmd_vel reader", dds_create_reader(participant,
      topic("rt/cmd_vel", &geometry_msgs_msg_dds__TwistStamped__desc), qos(1, 10), NULL));
  wait_for_match(writer, reader);
  dds_sleepfor(DDS_MSECS(500));
  dds_entity_t waitset = check("waitset", dds_create_waitset(participant));
  dds_set_status_mask(reader, DDS_DATA_AVAILABLE_STATUS);
  dds_waitset_attach(waitset, reader, 0);
  Image m = {.header.frame_id = "camera_optical", .height = (uint32_t)height, .width = (uint32_t)width,
             .encoding = encoding, .is_bigendian = 0, .step = step};
  m.data._length = m.data._maximum = step * (uint32_t)height;
  m.data._buffer = malloc(m.data._length);
  double *ms = calloc((size_t)count, sizeof *ms);
  dds_time_t *stamps = calloc((size_t)count, sizeof *stamps), *dues = calloc((size_t)count, sizeof *dues);
  int answered = 0, oldest = 0;
  dds_time_t start = dds_time() + DDS_MSECS(100);
  for (int n = 0; n <= count; n++) {
    /* The last round only listens. */
    dds_time_t due = n < count ? start + (dds_time_t)(n * 1e9 / hz) : dds_time() + DDS_MSECS(500);
    if (n < count)
      for (uint32_t i = 0; i < m.data._length; i++)
        m.data._buffer[i] = (uint8_t)(96 + 8 * ((i / 16 + i / step / 16 + (uint32_t)n) % 9));
    for (dds_time_t left = due - dds_time(); left > 0; left = due - dds_time()) {
      dds_waitset_wait(waitset, NULL, 0, left);
      void *sample;
      while (take(reader, &sample)) {
        TwistStamped *c = sample;
        dds_time_t now = dds_time(), stamp = c->header.stamp.sec * DDS_SECS(1) + c->header.stamp.nanosec;
        for (int i = oldest; i < n; i++)
          if (stamps[i] == stamp) {
            ms[answered++] = (double)(now - dues[i]) / 1e6;
            oldest = i + 1;
            break;
          }
        dds_return_loan(reader, &sample, 1);
      }
    }
    if (n == count) break;
    dues[n] = due;
    stamps[n] = dds_time();
    m.header.stamp.sec = (int32_t)(stamps[n] / DDS_SECS(1));
    m.header.stamp.nanosec = (uint32_t)(stamps[n] % DDS_SECS(1));
    dds_return_t rc = dds_write(writer, &m);
    if (rc < 0) fail("write", rc);
  }
  qsort(ms, (size_t)answered, sizeof *ms, smaller);
  if (answered == 0) fail("no command came back", DDS_RETCODE_TIMEOUT);
  printf("%d of %d pictures of %dx%d %s at %g Hz answered; due to command ms: p50 %.2f, p99 %.2f, p99.9 %.2f, max %.2f\n",
         answered, count, width, height, encoding, hz, ms[answered / 2], ms[answered * 99LL / 100],
         ms[answered * 999LL / 1000], ms[answered - 1]);
}

int main(int argc, char **argv) {
  setvbuf(stdout, NULL, _IOLBF, 0);
  if (argc < 3) {
    fprintf(stderr, "peer: wanted DOMAIN camera|viewer|flight|timed|simulator|rosout|views|endpoint|tf|call|mirror ...: see the head of peer.c\n");
    return 2;
  }
  participant = check("participant", dds_create_participant((dds_domainid_t)atoi(argv[1]), NULL, NULL));
  if (strcmp(argv[2], "camera") == 0 && argc == 9)
    camera(atoi(argv[3]), atoi(argv[4]), argv[5], atof(argv[6]), atoi(argv[7]), strcmp(argv[8], "reliable") == 0);
  else if (strcmp(argv[2], "viewer") == 0 && argc == 4)
    viewer(atoi(argv[3]));
  else if (strcmp(argv[2], "flight") == 0 && argc == 8)
    flight(atoi(argv[3]), atoi(argv[4]), atof(argv[5]), atoi(argv[6]), atoi(argv[7]));
  else if (strcmp(argv[2], "timed") == 0 && argc == 8)
    timed(atoi(argv[3]), atoi(argv[4]), argv[5], atof(argv[6]), atoi(argv[7]));
  else if (strcmp(argv[2], "simulator") == 0 && argc == 4)
    simulator(atoi(argv[3]));
  else if (strcmp(argv[2], "rosout") == 0 && argc == 4)
    rosout(atoi(argv[3]));
  else if (strcmp(argv[2], "views") == 0 && argc == 5)
    views(argv[3], atoi(argv[4]));
  else if (strcmp(argv[2], "endpoint") == 0 && argc == 5)
    endpoint(strcmp(argv[3], "publisher") == 0, argv[4]);
  else if (strcmp(argv[2], "tf") == 0)
    tf();
  else if (strcmp(argv[2], "call") == 0 && argc >= 5)
    call(argv[3], argv[4], argc > 5 ? argv[5] : "", argc > 6 ? argv[6] : "0");
  else if (strcmp(argv[2], "mirror") == 0 && argc == 5)
    mirror(argv[3], atoi(argv[4]));
  else
    return 2;
  printf("done\n");
  dds_delete(participant);
  return 0;
}

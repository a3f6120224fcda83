"""Jink with any controller that takes a TwistStamped: ros2 launch jink generic.launch.py image:=/camera/image_raw."""

from ament_index_python.packages import get_package_share_path
from launch import LaunchDescription
from launch.actions import DeclareLaunchArgument
from launch.substitutions import LaunchConfiguration
from launch_ros.actions import Node

# Argument, the node's topic, the topic that it is by default, what it is.
TOPICS = [
    ("image", "image_raw", "/camera/image_raw", "the camera's pictures"),
    ("camera_info", "camera_info", "/camera/camera_info", "the camera's calibration"),
    ("odometry", "odometry", "/odom", "own velocity and attitude"),
    ("wanted", "cmd_vel_in", "/wanted/cmd_vel", "the wanted velocity, to be bent"),
    ("command", "cmd_vel", "/cmd_vel", "the bent velocity, for the controller"),
]


def generate_launch_description():
    config = get_package_share_path("jink") / "config"
    arguments = [
        DeclareLaunchArgument(
            "params_file",
            default_value=str(config / "generic.yaml"),
            description="parameter file: copy one of jink's and change it",
        ),
        DeclareLaunchArgument(
            "namespace", default_value="", description="of the node"
        ),
        DeclareLaunchArgument(
            "page",
            default_value="",
            description="[HOST:]PORT of the live page, such as 8090; empty for none",
        ),
        DeclareLaunchArgument(
            "respawn", default_value="true", description="start it again when it ends"
        ),
    ]
    arguments += [
        DeclareLaunchArgument(name, default_value=topic, description=text)
        for name, _, topic, text in TOPICS
    ]
    node = Node(
        package="jink",
        executable="perception_node",
        arguments=["--page", LaunchConfiguration("page")],
        namespace=LaunchConfiguration("namespace"),
        parameters=[LaunchConfiguration("params_file")],
        remappings=[
            (inner, LaunchConfiguration(name)) for name, inner, _, _ in TOPICS
        ],
        respawn=LaunchConfiguration("respawn"),
        respawn_delay=0.5,
        sigterm_timeout="15",
        output="screen",
    )
    return LaunchDescription([*arguments, node])

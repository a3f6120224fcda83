"""Jink with ArduPilot over DDS, in Guided mode: ros2 launch jink ardupilot.launch.py; the arguments are those of generic.launch.py."""

from ament_index_python.packages import get_package_share_path
from launch import LaunchDescription
from launch.actions import DeclareLaunchArgument, IncludeLaunchDescription
from launch.launch_description_sources import PythonLaunchDescriptionSource


def generate_launch_description():
    share = get_package_share_path("jink")
    return LaunchDescription(
        [
            DeclareLaunchArgument(
                "params_file", default_value=str(share / "config" / "ardupilot.yaml")
            ),
            IncludeLaunchDescription(
                PythonLaunchDescriptionSource(
                    str(share / "launch" / "generic.launch.py")
                )
            ),
        ]
    )

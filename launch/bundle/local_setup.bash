# Source this after ROS 2's own setup.bash: then ros2 run jink perception_node, ros2 launch jink px4.launch.py and jink
# find this bundle, wherever it lies.
_jink_prefix=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
case ":${AMENT_PREFIX_PATH:-}:" in
  *":$_jink_prefix:"*) ;;
  *)
    export AMENT_PREFIX_PATH=$_jink_prefix${AMENT_PREFIX_PATH:+:$AMENT_PREFIX_PATH}
    export PATH=$_jink_prefix/bin:$PATH
    ;;
esac
unset _jink_prefix

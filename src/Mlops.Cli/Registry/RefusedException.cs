namespace Mlops.Cli.Registry;

/// <summary>The registry refused what was asked for: no role, a rule of the policy, a stage, or somebody quicker.</summary>
internal sealed class RefusedException(string message) : Exception(message);

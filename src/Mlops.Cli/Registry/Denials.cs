using Mlops.Cli.Registry.Hosting;
using Mlops.Registry;

namespace Mlops.Cli.Registry;

/// <summary>A refusal for want of a role, with how to state one.</summary>
internal static class Denials
{
    public static string Explain(AccessDeniedException error, RegistryHost host)
    {
        var roles = error.Permission is { } right ? host.Options.Access.RolesThatMay(right) : [];
        return $"{error.Message} {CallerIdentity.Hint(host.Registry.Caller, roles)}".TrimEnd();
    }
}

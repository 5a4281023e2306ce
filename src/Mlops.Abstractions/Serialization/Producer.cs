using System.Reflection;

namespace Mlops.Serialization;

/// <summary>The name that a package signs its documents with.</summary>
public static class Producer
{
    /// <summary>An assembly's name and version: <c>Mlops.Drift 0.1.0</c>.</summary>
    /// <param name="assembly">The assembly that writes the document.</param>
    public static string Of(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var version =
            assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
        // What follows the plus is the commit of a build, not a version.
        return $"{assembly.GetName().Name} {version.Split('+')[0]}";
    }
}

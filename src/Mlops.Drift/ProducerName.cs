using System.Reflection;

namespace Mlops.Drift;

/// <summary>The name and version that this package signs its documents with.</summary>
internal static class ProducerName
{
    public static string Value { get; } = $"Mlops.Drift {Version()}";

    private static string Version()
    {
        var version =
            typeof(ProducerName)
                .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
                ?.InformationalVersion
            ?? "0.0.0";
        // What follows the plus is the commit of a build, not a version.
        return version.Split('+')[0];
    }
}

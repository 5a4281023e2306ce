namespace Mlops.Architecture.Tests;

/// <summary>Which package may reference which: an arrow points to an earlier row, and only to a listed one or what that brings.</summary>
/// <remarks>It is the whole plan, packages to come included, so that a new one finds its place here.</remarks>
internal static class Layers
{
    public static IReadOnlyList<PackageRow> Rows { get; } =
    [
        new(
            "Mlops.Abstractions",
            [],
            ["Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Options"]
        ),
        new("Mlops.Reporting", ["Mlops.Abstractions"], []),
        new("Mlops.Statistics", ["Mlops.Abstractions"], ["System.Numerics.Tensors", "MathNet.Numerics"]),
        new("Mlops.Learning", ["Mlops.Statistics"], []),
        new("Mlops.Data", ["Mlops.Statistics", "Mlops.Reporting"], ["CsvHelper"]),
        new("Mlops.Metrics", ["Mlops.Data"], []),
        new("Mlops.Experiments", ["Mlops.Metrics"], []),
        new("Mlops.Drift", ["Mlops.Metrics", "Mlops.Learning"], []),
        new("Mlops.Fairness", ["Mlops.Metrics", "Mlops.Learning"], []),
        new("Mlops.Explanation", ["Mlops.Metrics", "Mlops.Learning"], []),
        new("Mlops.Checks", ["Mlops.Drift", "Mlops.Fairness", "Mlops.Explanation", "Mlops.Experiments"], []),
        new("Mlops.Gpu", ["Mlops.Statistics"], []),
        new("Mlops.Storage", ["Mlops.Abstractions"], []),
        new(
            "Mlops.Storage.Sqlite",
            ["Mlops.Storage"],
            ["Microsoft.Data.Sqlite", "Microsoft.Data.Sqlite.Core", "SQLitePCLRaw.core"]
        ),
        new("Mlops.Storage.PostgreSql", ["Mlops.Storage"], ["Npgsql"]),
        new("Mlops.Registry.Abstractions", ["Mlops.Abstractions"], []),
        new(
            "Mlops.Registry",
            ["Mlops.Registry.Abstractions", "Mlops.Storage", "Mlops.Reporting"],
            ["Microsoft.Extensions.Diagnostics.HealthChecks.Abstractions", "Microsoft.Extensions.Logging.Abstractions"]
        ),
        new("Mlops.Registry.Testing", ["Mlops.Registry.Abstractions"], []),
        new(
            "Mlops.Monitoring",
            ["Mlops.Checks", "Mlops.Registry.Abstractions", "Mlops.Storage"],
            [
                "Microsoft.Extensions.Hosting.Abstractions",
                "Microsoft.Extensions.Logging.Abstractions",
                "Microsoft.Extensions.Diagnostics.HealthChecks.Abstractions",
            ]
        ),
        new("Mlops.OpenTelemetry", ["Mlops.Abstractions"], ["OpenTelemetry.Api.ProviderBuilderExtensions"]),
        new(
            "Mlops.Cli",
            ["Mlops.Checks", "Mlops.Registry", "Mlops.Monitoring", "Mlops.Storage.Sqlite", "Mlops.Storage.PostgreSql"],
            ["Spectre.Console", "SQLitePCLRaw.bundle_e_sqlite3", "System.CommandLine"]
        ),
        new("Mlops.Sdk", ["Mlops.Checks"], []),
        new("Mlops.Hosting", ["Mlops.Monitoring", "Mlops.Registry", "Mlops.OpenTelemetry"], []),
    ];

    public static PackageRow RowOf(string package) =>
        Rows.SingleOrDefault(row => row.Name == package)
        ?? throw new InvalidOperationException($"{package} has no row in Layers: say there what it may reference.");

    /// <summary>The packages that one may reference: the listed ones and all that these may reference.</summary>
    public static IReadOnlySet<string> PackagesBelow(string package)
    {
        var below = new HashSet<string>(StringComparer.Ordinal);
        foreach (var listed in RowOf(package).Packages)
        {
            below.Add(listed);
            below.UnionWith(PackagesBelow(listed));
        }

        return below;
    }

    /// <summary>The libraries of others whose types one may see: its own and those of the packages below.</summary>
    public static IReadOnlySet<string> LibrariesBelow(string package) =>
        PackagesBelow(package)
            .Append(package)
            .SelectMany(name => RowOf(name).Libraries)
            .ToHashSet(StringComparer.Ordinal);
}

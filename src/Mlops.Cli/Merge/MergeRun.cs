using Mlops.Cli.Inputs;
using Mlops.Cli.Profile;
using Mlops.Data.Profiles;
using Mlops.Serialization;

namespace Mlops.Cli.Merge;

/// <summary>Merges profiles in the order of the command line, one in memory beside the sum.</summary>
internal static class MergeRun
{
    public static int Execute(
        IReadOnlyList<string> paths,
        string target,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        AtomicFile.ThrowIfNoFolder(target);
        // Told before any work: a sum that a missing part makes wrong is of no use.
        if (paths.FirstOrDefault(path => InputFile.KindOf(path) != InputKind.Profile) is { } other)
        {
            throw new CliException($"'{other}' is not a profile; 'mlops profile FILE -o PROFILE' makes one of data.");
        }

        var merged = DatasetProfile.Load(paths[0]);
        foreach (var path in paths.Skip(1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var part = DatasetProfile.Load(path);
            if (!part.Definition.Equals(merged.Definition))
            {
                throw new CliException(
                    $"'{path}' does not merge with '{paths[0]}': {Difference(merged.Definition, part.Definition)} Profile every part with --like and the same baseline or profile."
                );
            }

            merged.Merge(part);
        }

        merged.Save(target);
        ProfileSummary.Write(merged, paths.Count == 1 ? paths[0] : $"{paths.Count} profiles", target, output);
        return ExitCode.Success;
    }

    private static string Difference(DatasetProfileDefinition first, DatasetProfileDefinition second)
    {
        foreach (var column in first.Schema.Columns)
        {
            if (!second.Schema.TryGet(column.Name, out var other))
            {
                return $"it has no column '{column.Name}'.";
            }

            if (other.Kind != column.Kind)
            {
                return $"column '{column.Name}' is a {Name(other)} there and a {Name(column)} in the first.";
            }
        }

        return second.Schema.Columns.FirstOrDefault(column => !first.Schema.TryGet(column.Name, out _)) is { } more
            ? $"it has a column '{more.Name}' more."
            : "they count other bins, or with other roles.";

        static string Name(Data.ColumnSchema column) => column.Kind.ToString().ToLowerInvariant();
    }
}

using Mlops.Cli.Inputs;
using Mlops.Data.Profiles;
using Mlops.Drift;
using Mlops.Reporting;
using Mlops.Serialization;
using Mlops.Statistics.Compute;

namespace Mlops.Cli.Profile;

/// <summary>Profiles a file in one pass.</summary>
internal sealed class ProfileRun(TextWriter output, TextWriter error, CancellationToken cancellationToken)
{
    public int Execute(string file, string target, string? like, InputRequest request)
    {
        AtomicFile.ThrowIfNoFolder(target);
        var settings = Settings.Resolve(request);
        var definition = like is null ? null : Definition(like, settings);
        var context = new ComputeContext { CancellationToken = cancellationToken };
        DatasetProfile? profile = null;
        foreach (var chunk in new InputReader(settings, error, cancellationToken).Stream(file, definition?.Schema))
        {
            profile ??= (definition ?? DatasetProfileDefinition.FromSchema(chunk.Schema)).Create();
            profile.Add(chunk, context);
        }

        profile!.Save(target);
        ProfileSummary.Write(profile, Path.GetFileName(file), target, output);
        foreach (var column in profile.Columns.Where(column => column.Failures.Count > 0))
        {
            var (name, kind) = (column.Definition.Schema.Name, column.Definition.Schema.Kind);
            var hint = like is null
                ? $"; --kind {name}=category profiles it as text"
                : ", which is a change of type for a comparison";
            error.WriteLine(
                $"mlops: {name}: {ReportFormat.Count(column.Failures.Count)} values are not of the kind {kind.ToString().ToLowerInvariant()}, the first is '{column.Failures.FirstValue}' in row {ReportFormat.Count(column.Failures.FirstRow + 1)}{hint}."
            );
        }

        return ExitCode.Success;
    }

    private static DatasetProfileDefinition Definition(string like, Settings settings)
    {
        if (settings.Roles.Count + settings.Protected.Count + settings.Kinds.Count > 0)
        {
            throw new CliException(
                $"--like {like} settles roles and kinds; leave out the others, on the command line and in {Settings.DefaultFile}."
            );
        }

        return InputFile.KindOf(like) switch
        {
            InputKind.Baseline => DriftBaseline.Load(like).CreateProfile().Definition,
            InputKind.Profile => DatasetProfile.Load(like).Definition,
            _ => throw new CliException($"--like {like} is data; a baseline or a profile was expected."),
        };
    }
}

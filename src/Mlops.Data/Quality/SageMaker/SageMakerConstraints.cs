using System.Text.Json;

namespace Mlops.Data.Quality.SageMaker;

/// <summary>Reads what a baseline job of Amazon SageMaker Model Monitor wrote: <c>constraints.json</c> and <c>statistics.json</c>.</summary>
/// <remarks>
/// <para>Of <c>constraints.json</c>: <c>inferred_type</c> becomes a type constraint (Integral whole numbers, Fractional numbers, String categories; Unknown
/// only that the column is there), which tolerates 1 - <c>datatype_check_threshold</c>; <c>completeness</c> c the largest missing share 1 - c;
/// <c>is_non_negative</c> a range from 0; <c>domains</c> a list of values, of which 1 - <c>domain_content_threshold</c> may be new. Overrides of single
/// features are heeded, and what is not Enabled is left out.</para>
/// <para>Of <c>statistics.json</c>: the number of rows of the reference. Where it comes alone, constraints are inferred from its counts with the margins of
/// <see cref="Inference.InferenceOptions"/>: types, missing shares, ranges, and the categories that it lists when it lists all.</para>
/// <para>The formats are those of the developer guide, "Schema for Constraints" and "Schema for Statistics", version 0. SageMaker compares shares
/// as they are observed: <see cref="ShareJudgement.Observed"/> does the same.</para>
/// </remarks>
public static class SageMakerConstraints
{
    /// <summary>The name of the file of constraints.</summary>
    public const string ConstraintsFile = "constraints.json";

    /// <summary>The name of the file of statistics.</summary>
    public const string StatisticsFile = "statistics.json";

    /// <summary>Reads the files of a baseline.</summary>
    /// <param name="statisticsPath">The file of statistics; <see langword="null"/> for none.</param>
    /// <param name="constraintsPath">The file of constraints; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentException">Neither is given.</exception>
    /// <exception cref="FormatException">A file is malformed; the message says which, and where.</exception>
    public static SageMakerImport Read(string? statisticsPath, string? constraintsPath)
    {
        if (statisticsPath is null && constraintsPath is null)
        {
            throw new ArgumentException(
                $"Neither {StatisticsFile} nor {ConstraintsFile} is given.",
                nameof(constraintsPath)
            );
        }

        var statistics = statisticsPath is null ? null : Parsed(statisticsPath, SageMakerStatistics.Of);
        return constraintsPath is null
            ? statistics!.Infer(Path.GetFileName(statisticsPath!))
            : Parsed(
                constraintsPath,
                root => ConstraintsReader.Of(root, statistics, Path.GetFileName(constraintsPath))
            );
    }

    /// <summary>Reads the files of a baseline that a folder holds under their usual names; one of them is enough.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="FileNotFoundException">It holds neither file.</exception>
    /// <exception cref="FormatException">A file is malformed; the message says which, and where.</exception>
    public static SageMakerImport ReadFolder(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var (statistics, constraints) = (Path.Combine(folder, StatisticsFile), Path.Combine(folder, ConstraintsFile));
        return File.Exists(statistics) || File.Exists(constraints)
            ? Read(File.Exists(statistics) ? statistics : null, File.Exists(constraints) ? constraints : null)
            : throw new FileNotFoundException(
                $"'{folder}' holds neither {ConstraintsFile} nor {StatisticsFile}, which a baseline job of SageMaker Model Monitor writes."
            );
    }

    private static T Parsed<T>(string path, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return read(document.RootElement);
        }
        catch (Exception error)
            when (error is JsonException or FormatException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"{path}: {error.Message.Split(" (Parameter")[0]}", error);
        }
    }
}

using System.Reflection;
using Mlops.Data;
using Mlops.Evidence;
using Mlops.Registry.Artifacts;
using Mlops.Registry.Models;
using Mlops.Registry.Runs;

namespace GovernedModel;

/// <summary>A fitted model with all that is to be known about it.</summary>
internal sealed class Candidate
{
    private readonly string[] _columns;
    private readonly double _ridge;
    private readonly double[] _loss;
    private readonly Dataset _training;
    private readonly Dataset _held;

    private Candidate(string name, string[] columns, double ridge, Dataset training, Dataset held)
    {
        (Name, _columns, _ridge, _training, _held) = (name, columns, ridge, training, held);
        var loss = new List<double>();
        Model = LogisticRegression.Fit(training, columns, ridge, loss);
        _loss = [.. loss];
        var scores = Model.Score(held);
        var truth = LogisticRegression.IsGood(held);
        bool[] granted = [.. scores.Select(score => score >= Threshold)];
        GrantedShare = (double)granted.Count(isGranted => isGranted) / granted.Length;
        Accuracy = Performance.Accuracy(granted, truth);
        AreaUnderCurve = Performance.AreaUnderCurve(scores, truth);
        Rates = SelectionRates.Measure(held, granted);
    }

    /// <summary>From which probability on credit is granted.</summary>
    public const double Threshold = 0.5;

    public string Name { get; }

    public LogisticRegression Model { get; }

    /// <summary>The share of the held-out applications that are granted.</summary>
    public double GrantedShare { get; }

    public double Accuracy { get; }

    public double AreaUnderCurve { get; }

    public SelectionRates Rates { get; }

    public static Candidate Fit(
        string name,
        IEnumerable<string> columns,
        double ridge,
        Dataset training,
        Dataset held
    ) => new(name, [.. columns], ridge, training, held);

    /// <summary>The run that made it.</summary>
    public Run ToRun(DateTimeOffset startedAt, DateTimeOffset endedAt) =>
        new()
        {
            Id = $"fit-{Name.Replace(",", "").Replace(' ', '-')}",
            Model = "credit",
            StartedAt = startedAt,
            EndedAt = endedAt,
            Parameters = new Dictionary<string, string>
            {
                ["columns"] = string.Join(", ", _columns),
                ["ridge"] = FormattableString.Invariant($"{_ridge}"),
                ["threshold"] = FormattableString.Invariant($"{Threshold}"),
            },
            Metrics = new Dictionary<string, IReadOnlyList<MetricPoint>>
            {
                ["training.log-loss"] = [.. _loss.Select((value, step) => new MetricPoint(step, value))],
                ["held-out.accuracy"] = [new MetricPoint(_loss.Length, Accuracy)],
                ["held-out.auc"] = [new MetricPoint(_loss.Length, AreaUnderCurve)],
            },
            DataSets = DataSets,
            // Nothing is drawn by chance, so there is no seed to record.
            Seed = null,
            Code = Code,
            Environment = new Dictionary<string, string>
            {
                ["runtime"] = System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription,
                ["os"] = System.Runtime.InteropServices.RuntimeInformation.OSDescription,
            },
        };

    /// <summary>What the version is: files, inputs and outputs, and where it comes from.</summary>
    public VersionDefinition ToDefinition(ArtifactFile file, Run run, VersionKey? parent) =>
        new()
        {
            Description = Name,
            Artifacts = ArtifactManifest.Create([file]),
            Signature = new ModelSignature(
                [.. _columns.Select(column => new SignatureField(column, TypeOf(column), [], Optional: true))],
                [new SignatureField("probability of being paid back", "double", [])]
            ),
            Lineage = new Lineage
            {
                DataSets = DataSets,
                Code = Code,
                Parent = parent,
            },
            Run = run.Id,
        };

    /// <summary>What evidence about this model speaks of: the held-out rows and the model's files, by digest.</summary>
    public IReadOnlyList<EvidenceSubject> Subjects(VersionDefinition definition) =>
        [new("held-out", _held.Digest), new("model", definition.Artifacts.Root)];

    private DataSetReference[] DataSets =>
        [
            new("credit applications", "training", _training.Digest, Origin: "credit_data of the R package modeldata"),
            new("credit applications", "test", _held.Digest, Origin: "credit_data of the R package modeldata"),
        ];

    // The commit stands after the plus of the version, where the build knew it.
    private static CodeReference Code { get; } =
        new(
            "https://example.com/lending/credit",
            typeof(Candidate)
                .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
                ?.InformationalVersion.Split('+')
                .ElementAtOrDefault(1)
                ?? "unknown",
            "samples/GovernedModel"
        );

    private string TypeOf(string column) => _training[column] is NumericColumn ? "double" : "string";
}

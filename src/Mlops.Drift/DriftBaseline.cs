using Mlops.Data;
using Mlops.Data.Profiles;
using Mlops.Drift.Dependence;
using Mlops.Drift.Judging;
using Mlops.Serialization;
using Mlops.Statistics.Compute;

namespace Mlops.Drift;

/// <summary>A reference that was fitted and frozen with its options: save it, send it, compare any later data with it.</summary>
/// <remarks>
/// Immutable and thread-safe. It holds counts, moments, bins and the names of categories, but no row of the reference. As long as it
/// is in memory it also holds on to the values of number columns, for the tests that need them; they are saved only when asked for
/// (<see cref="BaselineDetail.Values"/>).
/// </remarks>
public sealed partial class DriftBaseline
{
    private DriftBaseline(
        DatasetProfile profile,
        ComparedData reference,
        DriftOptions options,
        ReferenceValues? values,
        SideDesign design,
        Envelope? readFrom = null
    )
    {
        Values = values;
        Design = design;
        Profile = profile;
        Reference = reference;
        Options = options;
        // What was read is what is saved again, byte for byte, whichever version wrote it.
        _envelope = readFrom is null ? new Lazy<Envelope>(() => Seal(null)) : new Lazy<Envelope>(readFrom);
    }

    /// <summary>The reference: its name, rows and digest.</summary>
    public ComparedData Reference { get; }

    /// <summary>What changes the verdict, as it was when the baseline was fitted.</summary>
    public DriftOptions Options { get; }

    /// <summary>The reference's columns, with the role of each and why.</summary>
    public IReadOnlyList<ProfiledColumn> Columns => Profile.Definition.Columns;

    /// <summary>The reference's schema, with which current data should be read.</summary>
    public DatasetSchema Schema => Profile.Definition.Schema;

    /// <summary>The digest of the baseline, options included; the values that it may hold beside are not in it.</summary>
    public ContentDigest Digest => _envelope.Value.Digest;

    /// <summary>How much of the reference it holds.</summary>
    public BaselineDetail Detail => Values is null ? BaselineDetail.Binned : BaselineDetail.Values;

    internal DatasetProfile Profile { get; }

    internal ReferenceValues? Values { get; }

    internal SideDesign Design { get; }

    /// <summary>Learns from a reference.</summary>
    /// <param name="reference">The reference. Empty, constant and all-missing columns are fine: reports say so.</param>
    /// <param name="options">What changes the verdict; <see langword="null"/> for the defaults.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    /// <remarks>O(rows x columns): one radix sort, two passes of counting and one digest of the data.</remarks>
    /// <exception cref="ArgumentException">An option is out of its range, or names a column that the reference lacks.</exception>
    public static DriftBaseline Fit(Dataset reference, DriftOptions? options = null, ComputeContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(reference);
        options ??= DriftOptions.Default;
        DriftOptionsCheck.Check(options, reference.Schema, nameof(options));
        var profile = DatasetProfileDefinition.FromReference(reference, context).Create();
        profile.Add(reference, context);
        return new DriftBaseline(
            profile,
            new ComparedData(reference.Name, reference.RowCount, reference.Digest),
            options,
            ReferenceValues.Of(reference, profile.Definition),
            DesignMeasure.Of(reference, profile, options.Dependence, isReference: true, context)
        );
    }

    /// <summary>Learns from a profile, such as many machines have made of their parts.</summary>
    /// <param name="reference">The profile. Bins come from its sketches, whose error goes into every verdict.</param>
    /// <param name="options">What changes the verdict; <see langword="null"/> for the defaults.</param>
    /// <param name="name">What to call the reference in reports.</param>
    /// <exception cref="ArgumentException">An option is out of its range, or names a column that the reference lacks.</exception>
    public static DriftBaseline Fit(DatasetProfile reference, DriftOptions? options = null, string name = "reference")
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentException.ThrowIfNullOrEmpty(name);
        options ??= DriftOptions.Default;
        DriftOptionsCheck.Check(options, reference.Definition.Schema, nameof(options));
        // A copy: who made the profile may go on adding to it, and a baseline does not change.
        var profile = DatasetProfileDefinition.FromProfile(reference).Create();
        profile.Merge(reference.ConvertTo(profile.Definition));
        return new DriftBaseline(
            profile,
            new ComparedData(name, profile.Count, DigestOf(reference)),
            options,
            null,
            SideDesign.Independent(profile.Columns.Count)
        );
    }

    /// <summary>The same baseline without the values of the reference, which lets their memory go.</summary>
    public DriftBaseline WithoutValues() =>
        Values is null ? this : new DriftBaseline(Profile, Reference, Options, null, Design);

    /// <summary>Makes an empty profile that counts what this baseline judges: add data in parts, merge, then compare.</summary>
    public DatasetProfile CreateProfile() => Profile.Definition.Create();

    /// <summary>Compares a data set with the reference.</summary>
    /// <param name="current">The data; columns may lack, be more, or be of another kind: the report says so.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    /// <remarks>O(rows x columns).</remarks>
    public DriftReport Compare(Dataset current, ComputeContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(current);
        var profile = CreateProfile();
        profile.Add(current, context);
        return Report(profile, new ComparedData(current.Name, current.RowCount, current.Digest), current, context);
    }

    /// <summary>Compares a profile with the reference.</summary>
    /// <param name="current">
    /// A profile that <see cref="CreateProfile"/> of this baseline, or of an equal one, made: it counts these very bins. Or one of
    /// sketches, whose error goes into the verdict.
    /// </param>
    /// <param name="name">What to call the data in the report.</param>
    /// <exception cref="ArgumentException">The profile counts the bins of another baseline.</exception>
    public DriftReport Compare(DatasetProfile current, string name = "current")
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Report(
            current.ConvertTo(Profile.Definition),
            new ComparedData(name, current.Count, DigestOf(current)),
            null,
            null
        );
    }

    private DriftReport Report(DatasetProfile current, ComparedData data, Dataset? rows, ComputeContext? context)
    {
        var own = rows is null
            ? null
            : DesignMeasure.Of(rows, Profile, Options.Dependence, isReference: false, context);
        var design = Design.Borrowed(own, data.RowCount);
        var evidence = new ColumnEvidence[current.Columns.Count];
        ParallelPieces.For(
            evidence.Length,
            context,
            (i, within) =>
            {
                using var values = rows is null ? null : Values?.Pair(i, rows, within);
                evidence[i] = ColumnEvidence.Gather(
                    Profile.Columns[i],
                    current.Columns[i],
                    values,
                    Design.Columns[i],
                    design.Columns[i],
                    Design.Periods.Length > 0 ? Design.Periods[i] : null,
                    Options,
                    within
                );
            }
        );
        var columns = DriftJudge.Judge(evidence, Options);
        OmittedColumn[] omitted =
        [
            .. Columns
                .Where(column => !column.IsJudged)
                .Select(column => new OmittedColumn(column.Schema.Name, column.Role, Why(column))),
            .. current.UnknownColumns.Select(name => new OmittedColumn(name, null, "the reference does not have it")),
        ];
        return new DriftReport(
            DriftJudge.Overall(columns, Options),
            columns,
            omitted,
            Reference,
            data,
            Digest,
            Options,
            RowDependenceSummary.Of(Design, design)
        );
    }

    private static string Why(ProfiledColumn column) =>
        column.Remark.Length > 0 ? column.Remark
        : column.Role == ColumnRole.Excluded ? "it was excluded"
        : $"its role is {column.Role.ToString().ToLowerInvariant()}";
}

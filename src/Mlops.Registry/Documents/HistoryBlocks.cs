using Mlops.Registry.Audit;
using Mlops.Reporting.Blocks;

namespace Mlops.Registry.Documents;

/// <summary>Lays out what happened.</summary>
internal static class HistoryBlocks
{
    public static IReadOnlyList<ReportBlock> Of(IReadOnlyList<AuditEntry> history) =>
        history.Count == 0
            ? [new TextBlock("Nothing happened.")]
            :
            [
                new TableBlock(
                    "Each entry of the audit log: who asked for what, and what came of it.",
                    [
                        new TableColumn("Entry", IsNumeric: true),
                        new TableColumn("When"),
                        new TableColumn("Who"),
                        new TableColumn("What"),
                        new TableColumn("Of"),
                        new TableColumn("Outcome"),
                        new TableColumn("Why"),
                    ],
                    [
                        .. history.Select(entry =>
                            (IReadOnlyList<TableCell>)
                                [
                                    FormattableString.Invariant($"{entry.Index}"),
                                    RegistrySentences.Time(entry.At),
                                    entry.Principal,
                                    What(entry),
                                    entry.Version?.ToString() ?? entry.Model ?? "",
                                    entry.Outcome switch
                                    {
                                        AuditOutcome.Done => "done",
                                        AuditOutcome.Denied => "denied",
                                        _ => "refused",
                                    },
                                    entry.Reason ?? "",
                                ]
                        ),
                    ]
                ),
            ];

    private static string What(AuditEntry entry)
    {
        var details = entry.Details;
        var text = entry.Action.ToString();
        if (details.TryGetValue("alias", out var alias))
        {
            text += $", alias {alias}";
        }

        return details.TryGetValue("from", out var from) && details.TryGetValue("to", out var to)
            ? $"{text}, {from} to {to}"
            : text;
    }
}

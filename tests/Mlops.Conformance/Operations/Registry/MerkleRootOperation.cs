using Mlops.Conformance.Protocol;
using Mlops.Registry.Transparency;

namespace Mlops.Conformance.Operations.Registry;

/// <summary>The root over leaves.</summary>
internal sealed class MerkleRootOperation : IOperation
{
    public string Name => "registry.merkle_root";

    public void Answer(CaseArguments arguments, CaseResult result) =>
        result.Add("root", MerkleTree.Root(MerkleArguments.LeafHashes(arguments)).ToString());
}

//! Identity: what people paste for one thing has one key, and what only looks alike has two.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use listwright::value::{Doi, Identity, Url, folded, folded_title, same};
use proptest::prelude::*;

/// Who publishes it, what people paste, and the key of all of it.
const FORMS: &[(&str, &[&str], &str)] = &[
    (
        "the resolver of DOIs",
        &[
            "10.1093/nar/gkad1031",
            "10.1093/NAR/GKAD1031",
            "doi:10.1093/nar/gkad1031",
            "DOI: 10.1093/nar/gkad1031",
            "https://doi.org/10.1093/nar/gkad1031",
            "http://dx.doi.org/10.1093%2Fnar%2Fgkad1031",
            "doi.org/10.1093/nar/gkad1031",
            "https://www.doi.org/10.1093/nar/gkad1031?utm_source=x",
            "10.1093%2Fnar%2Fgkad1031",
            // Oxford, where the address has it
            "https://academic.oup.com/nar/article/doi/10.1093/nar/gkad1031/7416371",
            "https://academic.oup.com/nar/advance-article/doi/10.1093/nar/gkad1031/7416371?login=false",
            "https://academic.oup.com/nar/article-abstract/doi/10.1093/nar/gkad1031/7416371/Words-of-the-title",
        ],
        "doi.org/10.1093/nar/gkad1031",
    ),
    (
        "a DOI with brackets and a sign",
        &[
            "https://doi.org/10.1002/(SICI)1097-0258(19980815/30)17:15/16%3C1661::AID-SIM968%3E3.0.CO;2-2",
            "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2",
        ],
        "doi.org/10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2",
    ),
    (
        "arXiv",
        &[
            "arXiv:2204.00300",
            "arxiv: 2204.00300v2",
            "2204.00300",
            "arXiv:2204.00300 [q-bio.QM]",
            "https://arxiv.org/abs/2204.00300",
            "https://papers.cool/arxiv/2204.00300",
            "http://www.arxiv.org/abs/2204.00300v3",
            "https://arxiv.org/pdf/2204.00300",
            "https://arxiv.org/pdf/2204.00300v2.pdf",
            "https://arxiv.org/html/2204.00300v1",
            "https://export.arxiv.org/abs/2204.00300",
            "https://arxiv.org/abs/2204.00300?context=cs",
            "10.48550/arXiv.2204.00300",
            "https://doi.org/10.48550/arXiv.2204.00300v2",
            "https://www.alphaxiv.org/abs/2204.00300",
            "https://www.alphaxiv.org/overview/2204.00300v1",
            "https://ar5iv.org/abs/2204.00300",
            "https://ar5iv.labs.arxiv.org/html/2204.00300",
            "https://huggingface.co/papers/2204.00300",
            "https://hf.co/papers/2204.00300",
            "https://www.semanticscholar.org/arxiv/2204.00300",
        ],
        "arxiv.org/abs/2204.00300",
    ),
    (
        "arXiv before 2007",
        &[
            "arXiv:q-bio/0703001",
            "arXiv:q-bio.BM/0703001v2",
            "https://arxiv.org/abs/q-bio/0703001v1",
            "10.48550/arXiv.q-bio/0703001",
        ],
        "arxiv.org/abs/q-bio/0703001",
    ),
    (
        "bioRxiv",
        &[
            "10.1101/2024.06.24.600337",
            "10.1101/2024.06.24.600337v1",
            "10.1101/2024.06.24.600337V2",
            "10.1101/2024.06.24.600337v1.full",
            "https://www.biorxiv.org/content/10.1101/2024.06.24.600337",
            "https://www.biorxiv.org/content/10.1101/2024.06.24.600337v1",
            "https://www.biorxiv.org/content/10.1101/2024.06.24.600337v1.full",
            "https://www.biorxiv.org/content/10.1101/2024.06.24.600337v2.full.pdf",
            "https://www.biorxiv.org/content/10.1101/2024.06.24.600337v2.full.pdf+html",
            "https://www.biorxiv.org/content/10.1101/2024.06.24.600337v1.abstract?rss=1",
            "https://www.biorxiv.org/lookup/doi/10.1101/2024.06.24.600337",
            "https://www.biorxiv.org/content/early/2024/06/25/2024.06.24.600337",
            "https://www.biorxiv.org/cgi/content/short/2024.06.24.600337v1",
            "https://connect.biorxiv.org/cgi/content/abstract/2024.06.24.600337v2",
            "https://doi.org/10.1101/2024.06.24.600337v1",
        ],
        "doi.org/10.1101/2024.06.24.600337",
    ),
    (
        "bioRxiv before 2020",
        &[
            "10.1101/256214",
            "https://www.biorxiv.org/content/early/2018/01/31/256214",
            "https://www.biorxiv.org/content/10.1101/256214v3.full",
        ],
        "doi.org/10.1101/256214",
    ),
    (
        "medRxiv",
        &[
            "10.1101/2023.01.02.23284101",
            "https://www.medrxiv.org/content/10.1101/2023.01.02.23284101v1.full-text",
        ],
        "doi.org/10.1101/2023.01.02.23284101",
    ),
    (
        "openRxiv",
        &[
            "10.64898/2025.12.01.691234",
            "https://www.biorxiv.org/content/10.64898/2025.12.01.691234v1.full",
        ],
        "doi.org/10.64898/2025.12.01.691234",
    ),
    (
        "ChemRxiv",
        &["10.26434/chemrxiv-2023-abcde", "10.26434/chemrxiv-2023-abcde-v2"],
        "doi.org/10.26434/chemrxiv-2023-abcde",
    ),
    (
        "ChemRxiv before 2021",
        &["10.26434/chemrxiv.1234567.v1", "https://doi.org/10.26434/chemrxiv.1234567.v3"],
        "doi.org/10.26434/chemrxiv.1234567",
    ),
    (
        "Research Square",
        &[
            "10.21203/rs.3.rs-123456/v1",
            "https://doi.org/10.21203/rs.3.rs-123456/v2",
            "https://www.researchsquare.com/article/rs-123456/v1",
            "https://www.researchsquare.com/article/rs-123456/latest.pdf",
        ],
        "doi.org/10.21203/rs.3.rs-123456",
    ),
    (
        "Preprints.org",
        &[
            "10.20944/preprints202305.1234.v1",
            "https://www.preprints.org/manuscript/202305.1234/v2",
            "https://www.preprints.org/manuscript/202305.1234",
        ],
        "doi.org/10.20944/preprints202305.1234",
    ),
    (
        "SSRN",
        &[
            "10.2139/ssrn.4567890",
            "https://papers.ssrn.com/sol3/papers.cfm?abstract_id=4567890",
            "https://ssrn.com/abstract=4567890",
        ],
        "doi.org/10.2139/ssrn.4567890",
    ),
    (
        "OSF",
        &[
            "10.31219/osf.io/ab3de",
            "10.31219/osf.io/ab3de_v2",
            "https://osf.io/preprints/osf/ab3de_v1",
            "https://osf.io/AB3DE/",
        ],
        "osf.io/ab3de",
    ),
    (
        "Wiley",
        &[
            "10.1002/advs.202407013",
            "https://onlinelibrary.wiley.com/doi/10.1002/advs.202407013",
            "https://onlinelibrary.wiley.com/doi/full/10.1002/advs.202407013",
            "https://onlinelibrary.wiley.com/doi/abs/10.1002/advs.202407013",
            "https://advanced.onlinelibrary.wiley.com/doi/epdf/10.1002/advs.202407013",
            "https://onlinelibrary.wiley.com/doi/pdfdirect/10.1002/advs.202407013?download=true",
        ],
        "doi.org/10.1002/advs.202407013",
    ),
    (
        "ACS",
        &[
            "10.1021/acs.jcim.3c01234",
            "https://pubs.acs.org/doi/10.1021/acs.jcim.3c01234",
            "https://pubs.acs.org/doi/full/10.1021/acs.jcim.3c01234?ref=pdf",
            "https://pubs.acs.org/doi/pdf/10.1021/acs.jcim.3c01234",
        ],
        "doi.org/10.1021/acs.jcim.3c01234",
    ),
    (
        "Science",
        &[
            "10.1126/science.ado9336",
            "https://www.science.org/doi/10.1126/science.ado9336",
            "https://www.science.org/doi/epdf/10.1126/science.ado9336",
        ],
        "doi.org/10.1126/science.ado9336",
    ),
    (
        "PNAS",
        &[
            "10.1073/pnas.2016239118",
            "https://www.pnas.org/doi/10.1073/pnas.2016239118",
            "https://www.pnas.org/doi/full/10.1073/pnas.2016239118#abstract",
        ],
        "doi.org/10.1073/pnas.2016239118",
    ),
    (
        "SAGE",
        &[
            "10.1177/11779322231184024",
            "https://journals.sagepub.com/doi/full/10.1177/11779322231184024",
        ],
        "doi.org/10.1177/11779322231184024",
    ),
    (
        "ACM",
        &[
            "10.1145/3584371.3612942",
            "https://dl.acm.org/doi/10.1145/3584371.3612942",
            "https://dl.acm.org/doi/fullHtml/10.1145/3584371.3612942",
            "https://dl.acm.org/doi/pdf/10.1145/3584371.3612942",
        ],
        "doi.org/10.1145/3584371.3612942",
    ),
    (
        "a page in two encodings",
        &["https://example.org/a%2fb%7Ec", "https://example.org/a%2Fb~c"],
        "example.org/a%2Fb~c",
    ),
    (
        "Taylor & Francis",
        &[
            "10.1080/15476286.2023.2284123",
            "https://www.tandfonline.com/doi/full/10.1080/15476286.2023.2284123?needAccess=true",
        ],
        "doi.org/10.1080/15476286.2023.2284123",
    ),
    (
        "Springer",
        &[
            "10.1007/s00439-023-02610-1",
            "https://link.springer.com/article/10.1007/s00439-023-02610-1",
            "https://link.springer.com/content/pdf/10.1007/s00439-023-02610-1.pdf",
            "https://link.springer.com/article/10.1007/s00439-023-02610-1/fulltext.html",
        ],
        "doi.org/10.1007/s00439-023-02610-1",
    ),
    (
        "a chapter of Springer's",
        &[
            "10.1007/978-3-031-12345-6_12",
            "https://link.springer.com/chapter/10.1007/978-3-031-12345-6_12",
            "https://link.springer.com/10.1007%2F978-3-031-12345-6_12",
        ],
        "doi.org/10.1007/978-3-031-12345-6_12",
    ),
    (
        "BMC",
        &[
            "10.1186/s13059-023-03102-1",
            "https://genomebiology.biomedcentral.com/articles/10.1186/s13059-023-03102-1",
            "https://genomebiology.biomedcentral.com/counter/pdf/10.1186/s13059-023-03102-1.pdf",
            "https://genomebiology.biomedcentral.com/track/pdf/10.1186/s13059-023-03102-1",
        ],
        "doi.org/10.1186/s13059-023-03102-1",
    ),
    (
        "Nature",
        &[
            "10.1038/s41586-024-07487-w",
            "https://www.nature.com/articles/s41586-024-07487-w",
            "http://nature.com/articles/s41586-024-07487-w.pdf",
            "https://www.nature.com/articles/s41586-024-07487-w_reference.pdf",
            "https://www.nature.com/articles/s41586-024-07487-w#Sec2",
        ],
        "doi.org/10.1038/s41586-024-07487-w",
    ),
    (
        "Nature before 2017",
        &["10.1038/nature14539", "https://www.nature.com/articles/nature14539"],
        "doi.org/10.1038/nature14539",
    ),
    (
        "PLOS",
        &[
            "10.1371/journal.pcbi.1011234",
            "https://journals.plos.org/ploscompbiol/article?id=10.1371/journal.pcbi.1011234",
            "https://journals.plos.org/ploscompbiol/article/file?id=10.1371/journal.pcbi.1011234&type=printable",
            "https://journals.plos.org/ploscompbiol/article?id=10.1371%2Fjournal.pcbi.1011234",
        ],
        "doi.org/10.1371/journal.pcbi.1011234",
    ),
    (
        "eLife",
        &[
            "10.7554/eLife.12345",
            "10.7554/eLife.12345.2",
            "https://elifesciences.org/articles/12345",
            "https://elifesciences.org/articles/12345.pdf",
            "https://elifesciences.org/reviewed-preprints/12345v2",
        ],
        "doi.org/10.7554/elife.12345",
    ),
    (
        "F1000",
        &["10.12688/f1000research.12345.1", "https://doi.org/10.12688/f1000research.12345.2"],
        "doi.org/10.12688/f1000research.12345",
    ),
    (
        "a page of F1000",
        &[
            "https://f1000research.com/articles/12-345",
            "https://f1000research.com/articles/12-345/v2",
            "https://f1000research.com/articles/12-345/v1/pdf",
        ],
        "f1000research.com/articles/12-345",
    ),
    (
        "Frontiers",
        &[
            "10.3389/fgene.2023.1234567",
            "https://www.frontiersin.org/articles/10.3389/fgene.2023.1234567/full",
            "https://www.frontiersin.org/journals/genetics/articles/10.3389/fgene.2023.1234567/pdf",
        ],
        "doi.org/10.3389/fgene.2023.1234567",
    ),
    (
        "PeerJ",
        &[
            "10.7717/peerj-cs.123",
            "https://peerj.com/articles/cs-123/",
            "https://peerj.com/articles/cs-123.pdf",
        ],
        "doi.org/10.7717/peerj-cs.123",
    ),
    (
        "the Royal Society of Chemistry",
        &[
            "10.1039/D3SC01234A",
            "https://pubs.rsc.org/en/content/articlelanding/2023/sc/d3sc01234a",
            "https://pubs.rsc.org/en/content/articlehtml/2023/sc/d3sc01234a",
        ],
        "doi.org/10.1039/d3sc01234a",
    ),
    (
        "IOP",
        &[
            "10.1088/2632-2153/ad1234",
            "https://iopscience.iop.org/article/10.1088/2632-2153/ad1234/meta",
        ],
        "doi.org/10.1088/2632-2153/ad1234",
    ),
    (
        "the APS",
        &[
            "10.1103/PhysRevE.101.012345",
            "https://journals.aps.org/pre/abstract/10.1103/PhysRevE.101.012345",
        ],
        "doi.org/10.1103/physreve.101.012345",
    ),
    (
        "JOSS",
        &["10.21105/joss.01234", "https://joss.theoj.org/papers/10.21105/joss.01234.pdf"],
        "doi.org/10.21105/joss.01234",
    ),
    (
        "MDPI, which does not tell the DOI",
        &[
            "https://www.mdpi.com/1422-0067/24/1/123",
            "https://www.mdpi.com/1422-0067/24/1/123/htm",
            "https://mdpi.com/1422-0067/24/1/123/pdf",
        ],
        "mdpi.com/1422-0067/24/1/123",
    ),
    (
        "Cell Press and its owner",
        &[
            "https://www.cell.com/cell/fulltext/S0092-8674(24)01234-5",
            "https://www.cell.com/cell/abstract/S0092-8674%2824%2901234-5",
            "https://www.cell.com/cell/pdf/S0092-8674(24)01234-5.pdf",
            "https://www.sciencedirect.com/science/article/pii/S0092867424012345?via%3Dihub",
            "https://www.sciencedirect.com/science/article/abs/pii/S0092867424012345",
            "https://linkinghub.elsevier.com/retrieve/pii/S0092867424012345",
        ],
        "pii:s0092867424012345",
    ),
    (
        "Elsevier before 2002",
        &[
            "10.1016/S0022-2836(05)80360-2",
            "https://www.sciencedirect.com/science/article/pii/S0022283605803602",
        ],
        "pii:s0022283605803602",
    ),
    (
        "IEEE",
        &[
            "https://ieeexplore.ieee.org/document/10123456",
            "https://ieeexplore.ieee.org/abstract/document/10123456/",
            "https://ieeexplore.ieee.org/stamp/stamp.jsp?tp=&arnumber=10123456",
        ],
        "ieeexplore.ieee.org/document/10123456",
    ),
    (
        "JMLR",
        &[
            "https://www.jmlr.org/papers/v24/22-1234.html",
            "https://jmlr.org/papers/volume24/22-1234/22-1234.pdf",
        ],
        "jmlr.org/papers/v24/22-1234",
    ),
    (
        "PMLR",
        &[
            "https://proceedings.mlr.press/v202/chen23a.html",
            "https://proceedings.mlr.press/v202/chen23a/chen23a.pdf",
        ],
        "proceedings.mlr.press/v202/chen23a",
    ),
    (
        "NeurIPS",
        &[
            "https://proceedings.neurips.cc/paper_files/paper/2023/hash/0123456789abcdef0123456789abcdef-Abstract-Conference.html",
            "https://papers.nips.cc/paper_files/paper/2023/file/0123456789abcdef0123456789abcdef-Paper-Conference.pdf",
        ],
        "proceedings.neurips.cc/0123456789abcdef0123456789abcdef",
    ),
    (
        "CVF",
        &[
            "https://openaccess.thecvf.com/content/CVPR2023/html/Chen_Title_CVPR_2023_paper.html",
            "https://openaccess.thecvf.com/content/CVPR2023/papers/Chen_Title_CVPR_2023_paper.pdf",
        ],
        "openaccess.thecvf.com/content/CVPR2023/Chen_Title_CVPR_2023_paper",
    ),
    (
        "AAAI",
        &[
            "https://ojs.aaai.org/index.php/AAAI/article/view/25123",
            "https://ojs.aaai.org/index.php/AAAI/article/view/25123/24895",
        ],
        "ojs.aaai.org/aaai/25123",
    ),
    (
        "OpenReview",
        &[
            "https://openreview.net/forum?id=AbC12_dEf",
            "https://openreview.net/pdf?id=AbC12_dEf",
            "https://openreview.net/forum?id=AbC12_dEf&noteId=xyz",
            "http://openreview.net/attachment?id=AbC12_dEf&name=pdf",
        ],
        "openreview.net/forum?id=AbC12_dEf",
    ),
    (
        "ACL Anthology",
        &[
            "https://aclanthology.org/2023.acl-long.1/",
            "https://aclanthology.org/2023.acl-long.1.pdf",
            "10.18653/v1/2023.acl-long.1",
            "https://doi.org/10.18653/v1/2023.acl-long.1",
        ],
        "aclanthology.org/2023.acl-long.1",
    ),
    (
        "ACL Anthology before 2020",
        &[
            "https://www.aclweb.org/anthology/P19-1001/",
            "https://aclanthology.org/P19-1001",
            "10.18653/v1/P19-1001",
        ],
        "aclanthology.org/p19-1001",
    ),
    (
        "PubMed",
        &[
            "PMID: 37962342",
            "pmid:37962342",
            "https://pubmed.ncbi.nlm.nih.gov/37962342/",
            "https://www.ncbi.nlm.nih.gov/pubmed/37962342",
            "https://europepmc.org/article/MED/37962342",
            "https://europepmc.org/abstract/med/37962342",
        ],
        "pubmed.ncbi.nlm.nih.gov/37962342",
    ),
    (
        "PubMed Central",
        &[
            "PMC10767957",
            "PMCID: PMC10767957",
            "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC10767957/",
            "https://pmc.ncbi.nlm.nih.gov/articles/PMC10767957/",
            "https://pmc.ncbi.nlm.nih.gov/articles/PMC10767957/pdf/gkad1031.pdf",
            "https://europepmc.org/articles/PMC10767957",
            "https://europepmc.org/article/PMC/PMC10767957",
        ],
        "pmc.ncbi.nlm.nih.gov/articles/pmc10767957",
    ),
    (
        "Zenodo",
        &[
            "10.5281/zenodo.15043668",
            "https://doi.org/10.5281/zenodo.15043668",
            "https://zenodo.org/records/15043668",
            "https://zenodo.org/record/15043668#.ZBx",
            "https://zenodo.org/doi/10.5281/zenodo.15043668",
        ],
        "doi.org/10.5281/zenodo.15043668",
    ),
    (
        "figshare",
        &[
            "10.6084/m9.figshare.12345678",
            "10.6084/m9.figshare.12345678.v2",
            "https://figshare.com/articles/dataset/Words_of_a_title/12345678/2",
            "https://figshare.com/articles/dataset/Words_of_a_title/12345678",
        ],
        "doi.org/10.6084/m9.figshare.12345678",
    ),
    (
        "Dataverse",
        &[
            "10.7910/DVN/ABCDEF",
            "https://dataverse.harvard.edu/dataset.xhtml?persistentId=doi:10.7910/DVN/ABCDEF",
        ],
        "doi.org/10.7910/dvn/abcdef",
    ),
    (
        "Hugging Face",
        &[
            "https://huggingface.co/multimolecule/rnafm",
            "https://hf.co/multimolecule/rnafm",
            "huggingface.co/multimolecule/rnafm/tree/main",
            "https://huggingface.co/multimolecule/rnafm?text=UAGC",
            "https://huggingface.co/multimolecule/rnafm#disclaimer",
        ],
        "huggingface.co/multimolecule/rnafm",
    ),
    (
        "GitHub",
        &[
            "https://github.com/ml4bio/RNA-FM",
            "http://www.github.com/ML4Bio/rna-fm/",
            "https://github.com/ml4bio/RNA-FM.git",
            "git@github.com:ml4bio/RNA-FM.git",
            "ssh://git@github.com/ml4bio/RNA-FM.git",
            "git+https://github.com/ml4bio/RNA-FM.git",
            "github.com/ml4bio/RNA-FM",
            "https://github.com/ml4bio/RNA-FM/tree/main",
            "https://github.com/ml4bio/RNA-FM#readme",
            "https://github.com/ml4bio/RNA-FM?tab=readme-ov-file",
            "https://github.com:443/ml4bio/RNA-FM",
            "https://github.com/ml4bio/RNA-FM?utm_source=chat",
        ],
        "github.com/ml4bio/rna-fm",
    ),
    (
        "GitLab",
        &["https://gitlab.com/Group/Tool.git", "https://gitlab.com/group/tool/-/tree/main"],
        "gitlab.com/group/tool",
    ),
    (
        "Kaggle",
        &[
            "https://www.kaggle.com/c/stanford-ribonanza-rna-folding",
            "https://www.kaggle.com/competitions/stanford-ribonanza-rna-folding/overview",
        ],
        "kaggle.com/competitions/stanford-ribonanza-rna-folding",
    ),
    (
        "a page of one's own",
        &[
            "https://rnacentral.org",
            "http://www.rnacentral.org/",
            "https://RNAcentral.org:443/#top",
            "https://rnacentral.org/?utm_campaign=x",
            "http://rnacentral.org:80",
        ],
        "rnacentral.org",
    ),
];

/// Pairs that look alike and are two things.
const OTHERS: &[(&str, &str)] = &[
    ("https://zenodo.org/records/15043668", "https://zenodo.org/records/15043669"),
    (
        "https://zenodo.org/records/15043668",
        "https://zenodo.org/records/15043668/files/weights.zip",
    ),
    ("arXiv:2204.00300", "arXiv:2204.00301"),
    ("arXiv:q-bio/0703001", "arXiv:cs/0703001"),
    ("https://arxiv.org/abs/2204.00300", "https://arxiv.org/list/q-bio/2204"),
    ("https://arxiv.org/html/2204.00300v1", "https://arxiv.org/html/2204.00300v1/x1.png"),
    ("https://github.com/x/y", "https://github.com/x/z"),
    ("https://github.com/x/y", "https://gitlab.com/x/y"),
    ("https://github.com/x/y", "https://github.com/x/y/tree/other"),
    ("https://github.com/x/y", "https://github.com/x/y/tree/main/models"),
    ("https://github.com/x/y/blob/main/A", "https://github.com/x/y/blob/main/a"),
    ("https://github.com/x", "https://github.com/x/y"),
    ("10.1371/journal.pcbi.1011234", "10.1371/journal.pcbi.1011234.g001"),
    ("10.1371/journal.pcbi.1011234", "10.1371/journal.pcbi.1011234.s001"),
    ("10.7554/eLife.12345", "10.7554/eLife.12345.001"),
    ("10.7554/eLife.12345", "10.7554/eLife.12345.sa0"),
    ("10.1093/nar/gkad1031", "10.1093/nar/gkad103"),
    ("10.1101/2024.06.24.600337", "10.1101/2024.06.24.600338v1"),
    ("10.1101/gr.278901.123", "10.1101/278901"),
    ("10.26434/chemrxiv-2023-abcde", "10.26434/chemrxiv-2023-v1234"),
    ("10.21203/rs.3.rs-123456/v1", "10.21203/rs.3.rs-123457/v1"),
    (
        "https://onlinelibrary.wiley.com/doi/10.1002/advs.202407013",
        "https://onlinelibrary.wiley.com/doi/suppl/10.1002/advs.202407013",
    ),
    ("10.1038/gene.2016.12", "https://www.nature.com/articles/gene201612"),
    (
        "https://www.nature.com/articles/s41586-024-07487-w",
        "https://www.nature.com/articles/s41586-024-07487-w/figures/1",
    ),
    ("https://link.springer.com/book/10.1007/978-3-031-12345-6", "10.1007/978-3-031-12345-6_12"),
    ("https://huggingface.co/a/b", "https://huggingface.co/datasets/a/b"),
    ("https://huggingface.co/a/b", "https://huggingface.co/a/b/tree/refs/pr/1"),
    ("https://openreview.net/forum?id=AbC12", "https://openreview.net/forum?id=aBC12"),
    ("https://aclanthology.org/2023.acl-long.1/", "https://aclanthology.org/2023.acl-short.1/"),
    ("PMID: 10767957", "PMC10767957"),
    ("https://x.org:8080/a", "https://x.org/a"),
    ("https://x.org/a?b=1", "https://x.org/a?b=2"),
    ("https://x.org/#/a", "https://x.org/#/b"),
    ("https://www.mdpi.com/1422-0067/24/1/123", "https://www.mdpi.com/1422-0067/24/1/124"),
    ("https://github.com/x/y/tree/main/doi/10.1000/a", "10.1000/a"),
    ("10.5281/zenodo.1504366", "10.6084/m9.figshare.1504366"),
];

#[test]
fn what_people_paste_for_one_thing_is_one_identity() {
    let mut wrong = String::new();
    let mut forms = 0;
    for (who, texts, key) in FORMS {
        for text in *texts {
            forms += 1;
            let found = Identity::meant(text);
            if found.as_ref().map(Identity::as_str) != Some(key) {
                let _ = writeln!(wrong, "{who}: {text}\n  is  {found:?}\n  not {key}");
            }
        }
        for pair in texts.windows(2) {
            assert!(same(pair[0], pair[1]), "{who}: {pair:?}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    let keys: BTreeSet<&str> = FORMS.iter().map(|(_, _, key)| *key).collect();
    assert_eq!(keys.len(), FORMS.len(), "two things have one key");
    assert!(forms >= 200, "only {forms} forms");
    assert!(FORMS.len() >= 50, "only {} servers and publishers", FORMS.len());
}

#[test]
fn what_only_looks_alike_is_two_identities() {
    for (one, other) in OTHERS {
        assert!(!same(one, other), "{one} and {other}: {:?}", Identity::meant(one));
        assert!(!same(other, one));
    }
    assert!(OTHERS.len() >= 30, "only {}", OTHERS.len());
}

/// The DOI of an article may be written into an entry; that of a record in a store is only a way to compare.
#[test]
fn doi_of_an_article_is_read_from_its_address_where_it_stands_there() {
    let article = |url: &str| {
        let url: Url = url.parse().unwrap();
        url.article().map(|doi| doi.to_string())
    };
    for (url, doi) in [
        (
            "https://onlinelibrary.wiley.com/doi/full/10.1002/advs.202407013",
            "10.1002/advs.202407013",
        ),
        ("https://www.nature.com/articles/s41586-024-07487-w", "10.1038/s41586-024-07487-w"),
        ("https://elifesciences.org/articles/12345", "10.7554/elife.12345"),
    ] {
        assert_eq!(article(url).as_deref(), Some(doi));
    }
    for url in [
        "https://zenodo.org/records/15043668",
        "https://www.mdpi.com/1422-0067/24/1/123",
        "https://aclanthology.org/2023.acl-long.1/",
        "https://arxiv.org/abs/2204.00300",
        "https://academic.oup.com/nar/article/52/D1/D1/7",
        "https://www.nature.com/articles/6602069",
    ] {
        assert_eq!(article(url), None, "{url}");
    }
}

#[test]
fn name_is_the_same_in_every_spelling() {
    for (one, other) in [
        ("RNA-FM", "rna fm"),
        ("RNA-FM", "ＲＮＡ－ＦＭ"),
        ("RNA_FM", "RnaFm"),
        ("Café", "Cafe\u{301}"),
        ("Straße", "STRASSE"),
        ("5′UTR-LM", "5'UTR LM"),
        ("ESM-2 650M", "ESM2-650M"),
        ("模型", "模型"),
        ("ﬁne", "fine"),
        ("???", "？？？"),
        ("نمی\u{200c}دانم", "نمیدانم"),
    ] {
        assert_eq!(folded(one), folded(other), "{one} and {other}");
        assert!(same(one, other));
    }
    for (one, other) in [
        ("C", "C#"),
        ("A*", "A"),
        ("Evo?", "Evo"),
        ("RhoFold", "RhoFold+"),
        ("ESM-1.5", "ESM-15"),
        ("Evo 1-5", "Evo 1.5"),
        ("Cafe", "Café"),
        ("α", "alpha"),
        ("---", "___"),
        ("RNA-FM", "mRNA-FM"),
    ] {
        assert_ne!(folded(one), folded(other), "{one} and {other}");
        assert!(!same(one, other));
    }
}

#[test]
fn title_is_the_same_without_its_punctuation() {
    for (one, other) in [
        ("Rowan reads leaves", "Rowan Reads Leaves!"),
        ("Is it RNA? A survey", "Is it RNA: a survey."),
        ("“RNA” models", "\"RNA\" models"),
        ("Ａ ｓｕｒｖｅｙ", "A survey"),
        ("核酸：综述", "核酸:综述"),
    ] {
        assert_eq!(folded_title(one), folded_title(other), "{one} and {other}");
    }
    assert_ne!(folded_title("A C++ library"), folded_title("A C library"));
    assert_ne!(folded_title("कि"), folded_title("की"), "a vowel is no mark");
}

proptest! {
    #[test]
    fn identity_of_a_doi_is_that_of_its_address(suffix in "[!-~]{1,30}") {
        if let Ok(doi) = format!("10.1000/{suffix}").parse::<Doi>() {
            let url: Url = doi.url().parse().unwrap();
            prop_assert_eq!(url.identity(), doi.identity());
        }
    }

    #[test]
    fn folding_is_done_at_once(text in "\\PC{0,20}") {
        prop_assert_eq!(folded(&folded(&text)), folded(&text));
        prop_assert_eq!(folded_title(&folded_title(&text)), folded_title(&text));
        prop_assert_eq!(folded(&text.to_uppercase()).is_empty(), text.is_empty());
    }

    #[test]
    fn beginning_of_an_address_asks_nothing_twice(start in "(http|https|HTTP|Https|doi|www|arxiv)", marks in "[:/. ]{0,3}", rest in "[a-z0-9./:]{0,20}") {
        let text = format!("{start}{marks}{rest}");
        let _ = (Identity::meant(&text), text.parse::<Doi>(), text.parse::<Url>());
        prop_assert!(same(&text, &text));
    }

    #[test]
    fn any_text_has_an_identity_or_none(text in "\\PC{0,60}") {
        let _ = Identity::meant(&text);
        prop_assert!(same(&text, &text));
    }
}

// 400 x 300
{
  "type": "bar",
  "data": {
    "labels": [
      "A",
      "B",
      "C",
      "D",
      "E"
    ],
    "datasets": [
      {
        "data": [
          3,
          7,
          5,
          9,
          4
        ],
        "backgroundColor": "rgba(70,130,180,0.6)"
      }
    ]
  },
  "options": {
    "scales": {},
    "plugins": {
      "legend": {
        "display": false
      },
      "annotation": {
        "annotations": [
          {
            "type": "box",
            "xMin": 0,
            "xMax": 4,
            "yMin": 2,
            "yMax": 6,
            "backgroundColor": "rgba(255,200,0,0.9)",
            "drawTime": "beforeDatasetsDraw",
            "label": {
              "display": true,
              "content": "above",
              "drawTime": "afterDatasetsDraw",
              "font": {
                "size": 30
              }
            }
          },
          {
            "type": "box",
            "xMin": 1,
            "xMax": 3,
            "yMin": 1,
            "yMax": 8,
            "backgroundColor": "rgba(0,255,0,0.9)",
            "drawTime": "beforeDraw",
            "label": {
              "display": true,
              "content": "after",
              "drawTime": "afterDraw",
              "position": "end"
            }
          }
        ]
      }
    }
  }
}
